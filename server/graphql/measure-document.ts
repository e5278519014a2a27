import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** How much a document asks for. Fragments count wherever they are spread; what asks about the schema is left out. */
export interface DocumentFigures {
  /** Fields within fields. */
  depth: number;
  aliases: number;
  directives: number;
  /** Fields at the top, each of which is an action of its own in a mutation. */
  rootFields: number;
  /** Fields that may be answered: each counts once for every item of the lists that it lies in. */
  cost: number;
  /** Whether it asks about the schema. */
  introspects: boolean;
}

/** A page as long as it may be: counted where `first` comes in a variable, whose value is not looked at. */
const LONGEST_PAGE = 200;
/** Items of a list that has no pages, at a guess: days of a fortnight, segments of a shift. */
const USUAL_LIST = 14;

const NOTHING: DocumentFigures = { depth: 0, aliases: 0, directives: 0, rootFields: 0, cost: 0, introspects: false };

/**
 * Measures in time that grows with the document's own length, whatever its fragments make of it. The document need not be
 * valid: this runs before the rules of GraphQL, some of which take long over hostile documents.
 */
export function measureDocument(schema: GraphQLSchema, document: DocumentNode): DocumentFigures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measured = new Map<string, DocumentFigures>();

  let all = NOTHING;
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const figures = ofSelections(node.selectionSet, schema.getRootType(node.operation), null);
    const variableDirectives = node.variableDefinitions?.flatMap(({ directives }) => directives ?? []) ?? [];
    const directives = figures.directives + (node.directives?.length ?? 0) + variableDirectives.length;
    all = both(all, { ...figures, directives });
  }
  return all;

  /** `page` is the number of items in the list that the parent's argument `first` is about. */
  function ofSelections(
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType | null | undefined,
    page: number | null,
  ): DocumentFigures {
    let sum = NOTHING;
    for (const node of selections) {
      const figures =
        node.kind === Kind.FIELD
          ? ofField(node, parent, page)
          : node.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(node.name.value, page)
            : ofSelections(node.selectionSet, typeOf(node.typeCondition) ?? parent, page);
      sum = plus(sum, { ...figures, directives: figures.directives + (node.directives?.length ?? 0) });
    }
    return sum;
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType | null | undefined, page: number | null): DocumentFigures {
    const name = node.name.value;
    const aliases = node.alias ? 1 : 0;
    if (name === '__schema' || name === '__type') return { ...NOTHING, aliases, rootFields: 1, introspects: true };
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const items = field && isListType(getNullableType(field.type)) ? (page ?? USUAL_LIST) : 1;
    const ownPage = field?.args.some((argument) => argument.name === 'first') ? pageOf(node) : null;
    const named = field && getNamedType(field.type);
    const inner = node.selectionSet
      ? ofSelections(node.selectionSet, isCompositeType(named) ? named : null, ownPage)
      : NOTHING;
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + aliases,
      directives: inner.directives,
      rootFields: 1,
      cost: 1 + items * inner.cost,
      introspects: inner.introspects,
    };
  }

  function ofFragment(name: string, page: number | null): DocumentFigures {
    const key = `${name} ${page}`;
    const known = measured.get(key);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    // One that spreads itself adds nothing; the rules of GraphQL refuse it afterwards.
    measured.set(key, NOTHING);
    const figures = ofSelections(fragment.selectionSet, typeOf(fragment.typeCondition), page);
    measured.set(key, figures);
    return figures;
  }

  function typeOf(condition: Parameters<typeof typeFromAST>[1] | undefined): GraphQLNamedType | null {
    return condition ? ((typeFromAST(schema, condition) as GraphQLNamedType | undefined) ?? null) : null;
  }
}

function pageOf({ arguments: given }: FieldNode): number {
  const first = given?.find(({ name }) => name.value === 'first')?.value;
  if (!first) return 50;
  return first.kind === Kind.INT ? Math.max(1, Math.min(Number(first.value), LONGEST_PAGE)) : LONGEST_PAGE;
}

const plus = (one: DocumentFigures, other: DocumentFigures): DocumentFigures => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  rootFields: one.rootFields + other.rootFields,
  cost: one.cost + other.cost,
  introspects: one.introspects || other.introspects,
});

/** Of two operations of one document, of which one is carried out: the greater counts. */
const both = (one: DocumentFigures, other: DocumentFigures): DocumentFigures => ({
  depth: Math.max(one.depth, other.depth),
  aliases: Math.max(one.aliases, other.aliases),
  directives: Math.max(one.directives, other.directives),
  rootFields: Math.max(one.rootFields, other.rootFields),
  cost: Math.max(one.cost, other.cost),
  introspects: one.introspects || other.introspects,
});
