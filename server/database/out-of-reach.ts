import { UnavailableError } from '../errors.js';
import { driverErrorOf } from './driver-error.js';
import { Prisma } from './generated/client.js';

/** Prisma's: not reached, no answer in time, closed, no connection free, a transaction that could not begin or took too long. */
const PRISMA_CODES = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'];
/** The same of Prisma's adapter, where the query is plain SQL or a transaction begins or ends. */
const ADAPTER_KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'];
/**
 * Of the database itself: a broken connection, no room or memory, shutting down or starting, a disk that fails (SQLSTATE);
 * of the system: no connection.
 */
const ENGINE_CODES =
  /^(08|53|57P|58)|^SQLITE_(FULL|IOERR|CANTOPEN)|^E(CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|NOTFOUND|PIPE|TIMEDOUT)$/;
/** What pg says by words alone. */
const DRIVER_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (has encountered a connection error|was closed))/;

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
  if (error instanceof Prisma.PrismaClientKnownRequestError && PRISMA_CODES.includes(error.code)) return true;
  const { code, kind } = driverErrorOf(error);
  return ADAPTER_KINDS.includes(kind) || ENGINE_CODES.test(code) || DRIVER_WORDS.test(error.message);
}
