import { AsyncLocalStorage } from 'node:async_hooks';
import { inGroups } from '../in-groups.js';
import type { AroundWrite, Database, Transaction } from './database.js';

/**
 * `writeTogether` of a database, over its transactions; `around` goes around the work of each, as in `write`. `ended`
 * resolves when all that was asked for has ended, however it did.
 */
export function createWriteTogether(
  transact: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>,
  around: AroundWrite,
): Pick<Database, 'writeTogether'> & { ended: () => Promise<unknown> } {
  const underWay = new Set<Promise<unknown>>();
  const commit = inGroups((works: readonly ((transaction: Transaction) => Promise<unknown>)[]) =>
    transact(async (transaction) => {
      const results: unknown[] = [];
      for (const work of works) results.push(await work(transaction));
      return results;
    }),
  );
  return {
    async writeTogether<T>(work: (transaction: Transaction) => Promise<T>) {
      // Bound to whoever asks: the transaction may be begun by another.
      const written = commit(AsyncLocalStorage.bind((transaction: Transaction) => around(transaction, work)));
      underWay.add(written);
      try {
        return (await written) as T;
      } finally {
        underWay.delete(written);
      }
    },
    ended: () => Promise.allSettled(underWay),
  };
}
