import { execute, Kind, visit, type DocumentNode, type ExecutionArgs, type OperationDefinitionNode } from 'graphql';
import type { Context } from './context.js';
import type { Caller } from '../caller.js';

/** Says what of a stream is wanted, never what an event looks like: the argument of every stream that says where it begins. */
const BEGINNING = 'after';

/** Event -> what is sent of it, as JSON. */
export type PayloadOf = (event: unknown) => Promise<string>;

interface Group {
  members: number;
  payloads: WeakMap<object, Promise<string>>;
}

/**
 * What subscribers get to see of events. Those who ask the same with the same rights share one execution and one
 * serialisation of each event.
 */
export class LiveResults {
  private readonly groups = new Map<string, Group>();

  /** `serialise` makes the payload of a result. Call `leave` when the subscription is over. */
  join(
    args: ExecutionArgs,
    serialise: (result: Awaited<ReturnType<typeof execute>>) => string,
  ): { payloadOf: PayloadOf; leave: () => void } {
    const context = withoutPerson(args.contextValue as Context);
    const key = JSON.stringify([args.operationName, sourceOf(args.document), decisiveVariables(args), context.caller]);
    const group = this.groups.get(key) ?? { members: 0, payloads: new WeakMap<object, Promise<string>>() };
    this.groups.set(key, group);
    group.members++;
    const make = async (event: unknown): Promise<string> =>
      serialise(await execute({ ...args, contextValue: context, rootValue: event }));
    return {
      payloadOf: (event) => {
        if (typeof event !== 'object' || event === null) return make(event);
        const there = group.payloads.get(event);
        if (there) return there;
        const payload = make(event);
        group.payloads.set(event, payload);
        return payload;
      },
      leave: () => {
        if (--group.members === 0) this.groups.delete(key);
      },
    };
  }
}

/** Whoever it is, with the same rights they see the same: so nothing that is sent can depend on who was first to ask. */
function withoutPerson({ caller, resolvers }: Context): Context {
  const nobodys = { id: '', name: '', source: '', sessionId: null, expiresAt: null } satisfies Partial<Caller>;
  return {
    caller: caller && { ...caller, ...nobodys },
    resolvers,
    token: '',
    address: '',
    userAgent: '',
    origin: '',
  };
}

const sourceOf = ({ loc }: DocumentNode): string => {
  if (!loc) throw new Error('a subscription without its text');
  return loc.source.body;
};

/** The variables, but for those that are used for nothing but where the stream begins. */
function decisiveVariables({ document, operationName, variableValues }: ExecutionArgs): Record<string, unknown> {
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
  });
  const beginning = beginningOf(document, operationName);
  return Object.fromEntries(
    Object.entries(variableValues ?? {}).filter(([name]) => name !== beginning || uses.get(name) !== 1),
  );
}

/** The variable that says where the stream begins. */
function beginningOf(document: DocumentNode, operationName: string | null | undefined): string | null {
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && (!operationName || node.name?.value === operationName),
  );
  const field = operation?.selectionSet.selections.find((node) => node.kind === Kind.FIELD);
  const value = field?.arguments?.find(({ name }) => name.value === BEGINNING)?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : null;
}
