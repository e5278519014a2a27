import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { UnavailableError } from './errors.js';

/** How many are done at once at most: a group takes milliseconds, and whoever comes meanwhile waits for its end. */
const MOST = 50;

/**
 * Work that costs little more for many at once than for one: whoever asks in the same turn of the event loop, or while
 * such work is under way, is done together, in the order in which they came. It always begins after it was asked for: what
 * it reads is never older than the question. `work` gives a result for each, in their order; where a group fails, each of it
 * is done on its own, unless what all of it needs is out of reach (UnavailableError). It is done in the
 * context in which it was made, not in that of one of many who ask: the audit would note all of it as theirs.
 */
export function inGroups<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Asked<Item, Result>[] = [];
  let isUnderWay = false;
  const inOwnContext = AsyncLocalStorage.snapshot();

  async function workOff(): Promise<void> {
    isUnderWay = true;
    while (waiting.length > 0) {
      // SQLite answers without a pause in which others could come.
      await setImmediate();
      const group = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      if (!(await answer(group))) for (const each of group) await answer([each]);
    }
    isUnderWay = false;
  }

  /** False where a group of several failed, and nobody of it has an answer. */
  async function answer(group: readonly Asked<Item, Result>[]): Promise<boolean> {
    try {
      const results = await work(group.map(({ item }) => item));
      for (const [index, { resolve }] of group.entries()) resolve(results[index]!);
    } catch (error) {
      if (group.length > 1 && !(error instanceof UnavailableError)) return false;
      for (const { reject } of group) reject(error);
    }
    return true;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isUnderWay) void inOwnContext(workOff);
    });
}

interface Asked<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/** Rows by a key of theirs, in groups; null where there is none. `find` gives those that are there, in any order. */
export function rowsInGroups<Row>(
  find: (keys: string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string | null,
): (key: string) => Promise<Row | null> {
  return inGroups(async (keys: readonly string[]) => {
    const found = new Map((await find([...new Set(keys)])).map((row) => [keyOf(row), row]));
    return keys.map((key) => found.get(key) ?? null);
  });
}
