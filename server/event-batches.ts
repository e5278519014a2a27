/** Called once, with the next events: at least one, or null where none come any more. */
export type Take<Event> = (events: readonly Event[] | null) => void;

/**
 * A stream that is also read in batches, without a promise for each of its many readers. Those who stand at the same place
 * get the same array, so what is made of one can be made once.
 */
export interface BatchedStream<Event> extends AsyncIterableIterator<Event> {
  /** Asks for the next events; ask again when these are dealt with. `return` takes it back, with null. */
  takeNext(take: Take<Event>, fail: (error: unknown) => void): void;
}

/** A stream in batches: as it is where it gives them by itself, event by event where it does not. */
export function inBatches<Event>(events: AsyncIterable<Event>): Pick<BatchedStream<Event>, 'takeNext' | 'return'> {
  if ('takeNext' in events) return events as BatchedStream<Event>;
  const iterator = events[Symbol.asyncIterator]();
  return {
    takeNext(take, fail) {
      iterator.next().then(({ done, value }) => take(done ? null : [value]), fail);
    },
    return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
  };
}
