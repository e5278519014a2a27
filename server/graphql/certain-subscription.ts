import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ASTVisitor,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/**
 * A validation rule: the field that a subscription is about must not depend on a condition. The specification says so
 * since September 2025 (section 5.2.4.1); graphql-js 16 does not know it yet, and fails where nothing is left to subscribe to.
 */
export function certainSubscription(context: ValidationContext): ASTVisitor {
  const hasCondition = ({ selections }: SelectionSetNode, seen: ReadonlySet<string>): boolean =>
    selections.some((node) => {
      if (node.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) return true;
      if (node.kind === Kind.INLINE_FRAGMENT) return hasCondition(node.selectionSet, seen);
      if (node.kind === Kind.FIELD || seen.has(node.name.value)) return false;
      const fragment = context.getFragment(node.name.value);
      return fragment ? hasCondition(fragment.selectionSet, new Set([...seen, node.name.value])) : false;
    });
  return {
    OperationDefinition(node) {
      if (node.operation !== OperationTypeNode.SUBSCRIPTION || !hasCondition(node.selectionSet, new Set())) return;
      context.reportError(
        new GraphQLError('What is subscribed to may not depend on @skip or @include.', { nodes: node }),
      );
    },
  };
}
