import { UnavailableError } from '../errors.js';
import { Prisma } from './generated/client.js';

/** Prisma's: not reached, no answer in time, closed, no connection free, a transaction that could not begin or took too long. */
const PRISMA_CODES = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'];
/** Of the database itself: a broken connection, no room or memory, shutting down or starting, a disk that fails (SQLSTATE). */
const ENGINE_CODES = /^(08|53|57P|58)|^SQLITE_(FULL|IOERR|CANTOPEN)/;
/** What pg says by words alone. */
const DRIVER_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/** Work on the database. Throws UnavailableError where that is out of reach for now, rather than what its driver says. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOutOfReach(error) ? new UnavailableError(error) : error;
  }
}

function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isKnown = error instanceof Prisma.PrismaClientKnownRequestError;
  if (isKnown && PRISMA_CODES.includes(error.code)) return true;
  // A commit that fails is thrown as the adapter has it.
  const from = (isKnown ? error.meta?.driverAdapterError : error) as { cause?: { originalCode?: string } } | undefined;
  const code = from?.cause?.originalCode ?? '';
  return ENGINE_CODES.test(code) || DRIVER_WORDS.test(error.message);
}
