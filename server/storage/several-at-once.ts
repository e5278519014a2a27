import { Readable } from 'node:stream';

const AT_ONCE = 8;

/** `work` on each, for a few at a time where each waits for a disk or a network, in their order. */
export const severalAtOnce = <Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncIterable<Result> => Readable.from(items).map(work, { concurrency: AT_ONCE });
