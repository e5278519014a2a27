import { timed, type Metrics } from '../metrics/metrics.js';
import type { Database } from './database.js';

/** A database whose writes are counted, and how long each takes. */
export function measuredDatabase(database: Database, { writes, writesUnderWay }: Metrics): Database {
  const measured = <T>(write: () => Promise<T>): Promise<T> =>
    timed(write, writesUnderWay, (outcome, seconds) => writes.observe({ outcome }, seconds));
  return {
    ...database,
    write: (work) => measured(() => database.write(work)),
  };
}
