import { Prisma } from './generated/client.js';

/** A failure to serialise, a deadlock (SQLSTATE). */
const CONFLICTS = ['40001', '40P01'];
const LOCK_NOT_AVAILABLE = '55P03';
/** Prisma's error code; plain SQL has another one, for whatever goes wrong in it. */
const PRISMA_CONFLICT = 'P2034';

/** Whether PostgreSQL undid a statement or transaction in favour of another one, so that it may be done again. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return CONFLICTS.includes(codeOf(error));
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { kind?: string } } };
  return error.code === PRISMA_CONFLICT || driverAdapterError?.cause?.kind === 'TransactionWriteConflict';
}

/** Whether a statement of pg did not get a lock within `lock_timeout`. */
export const isLockNotAvailable = (error: unknown): boolean => codeOf(error) === LOCK_NOT_AVAILABLE;

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';
