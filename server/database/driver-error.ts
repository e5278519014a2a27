import { Prisma } from './generated/client.js';

/**
 * What the driver said of an error: its code (SQLSTATE, SQLite's, the system's), and what Prisma's adapter took it for; empty
 * where it said nothing. A query's error carries the adapter's; at the ends of a transaction the adapter's own is thrown; a
 * plain query's is the driver's.
 */
export function driverErrorOf(error: unknown): { code: string; kind: string } {
  const from = (error instanceof Prisma.PrismaClientKnownRequestError ? error.meta?.driverAdapterError : error) as
    { code?: string; cause?: { kind?: string; originalCode?: string } } | undefined;
  const { kind = '', originalCode = from?.code ?? '' } = from?.cause ?? {};
  return { code: originalCode, kind };
}
