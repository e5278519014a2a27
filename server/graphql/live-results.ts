import { setImmediate as others } from 'node:timers/promises';
import { execute, Kind, visit, type DocumentNode, type ExecutionArgs, type OperationDefinitionNode } from 'graphql';
import { newId } from '../ids.js';
import type { Context } from './context.js';
import { withoutPerson } from './same-rights.js';
import { asksForWatched } from './watched-fields.js';

/** Says what of a stream is wanted, never what an event looks like: the argument of every stream that says where it begins. */
const BEGINNING = 'after';

/** Events -> what is sent of each, as JSON. One of the two is called, once; neither may throw. */
export type PayloadsOf = (
  events: readonly unknown[],
  ready: (payloads: readonly Buffer[]) => void,
  fail: (error: unknown) => void,
) => void;

/** So many subscribers are served in a turn of the event loop: a write to the network takes some ten microseconds. */
const SERVED_AT_ONCE = 100;

/** Events that several subscribers got at once, and what is sent of them. */
interface Batch {
  payloads: readonly Buffer[] | null;
  waiting: { ready: (payloads: readonly Buffer[]) => void; fail: (error: unknown) => void }[];
}

interface Group {
  members: number;
  batches: WeakMap<readonly unknown[], Batch>;
  payloads: WeakMap<object, Promise<Buffer>>;
}

/**
 * What subscribers get to see of events. Those who ask the same with the same rights share one execution and one
 * serialisation of each event, unless it is noted who looks.
 */
export class LiveResults {
  private readonly groups = new Map<string, Group>();
  private readonly due: (() => void)[] = [];
  private isServing = false;

  /** `serialise` makes the payload of a result. Call `leave` when the subscription is over. */
  join(
    args: ExecutionArgs,
    serialise: (result: Awaited<ReturnType<typeof execute>>) => string,
  ): { payloadsOf: PayloadsOf; leave: () => void } {
    const { schema, document, operationName } = args;
    const own = args.contextValue as Context;
    const isShared = !asksForWatched(schema, document);
    const context = isShared ? withoutPerson(own) : own;
    const key = isShared
      ? JSON.stringify([operationName, sourceOf(document), decisiveVariables(args), context.caller])
      : newId();
    const group: Group = this.groups.get(key) ?? { members: 0, batches: new WeakMap(), payloads: new WeakMap() };
    this.groups.set(key, group);
    group.members++;
    const make = async (event: unknown): Promise<Buffer> =>
      Buffer.from(serialise(await execute({ ...args, contextValue: context, rootValue: event })));
    const payloadOf = (event: unknown): Promise<Buffer> => {
      if (typeof event !== 'object' || event === null) return make(event);
      const payload = group.payloads.get(event) ?? make(event);
      group.payloads.set(event, payload);
      return payload;
    };
    return {
      payloadsOf: (events, ready, fail) => {
        const there = group.batches.get(events);
        if (there?.payloads) return this.serve(ready, there.payloads);
        if (there) return void there.waiting.push({ ready, fail });
        const batch: Batch = { payloads: null, waiting: [{ ready, fail }] };
        group.batches.set(events, batch);
        void this.fill(batch, events, payloadOf, () => group.batches.delete(events));
      },
      leave: () => {
        if (--group.members === 0) this.groups.delete(key);
      },
    };
  }

  private async fill(
    batch: Batch,
    events: readonly unknown[],
    payloadOf: (event: unknown) => Promise<Buffer>,
    forget: () => void,
  ): Promise<void> {
    const payloads: Buffer[] = [];
    try {
      for (const event of events) payloads.push(await payloadOf(event));
    } catch (error) {
      // Whoever comes later would wait for ever.
      forget();
      for (const { fail } of batch.waiting) fail(error);
      return;
    }
    batch.payloads = payloads;
    for (const { ready } of batch.waiting.splice(0)) this.serve(ready, payloads);
  }

  /** In the order in which it is called, whatever groups and batches there are. */
  private serve(ready: (payloads: readonly Buffer[]) => void, payloads: readonly Buffer[]): void {
    this.due.push(() => ready(payloads));
    if (!this.isServing) void this.serveDue();
  }

  private async serveDue(): Promise<void> {
    this.isServing = true;
    while (this.due.length > 0) {
      for (const give of this.due.splice(0, SERVED_AT_ONCE)) give();
      await others();
    }
    this.isServing = false;
  }
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
