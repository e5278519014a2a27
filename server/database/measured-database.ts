import { timed, type Metrics } from '../metrics/metrics.js';
import type { Database, Transaction } from './database.js';

/** A database whose transactions are counted. */
export function measuredDatabase(database: Database, { writes, writesUnderWay }: Metrics): Database {
  return {
    ...database,
    write: <T>(work: (transaction: Transaction) => Promise<T>) =>
      timed(
        () => database.write(work),
        writesUnderWay,
        (outcome, seconds) => writes.observe({ outcome }, seconds),
      ),
  };
}
