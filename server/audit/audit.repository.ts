import type { Database, Transaction } from '../database/database.js';
import { EMPTY_HEAD, following, type AuditEntry, type AuditRecord, type ChainHead } from './audit-chain.js';

export interface AuditQuery {
  actor?: string | null | undefined;
  action?: string | null | undefined;
  subject?: string | null | undefined;
  /** From the first to before the second instant. */
  from?: Date | null | undefined;
  before?: Date | null | undefined;
}

const BATCH = 1000;

export class AuditRepository {
  constructor(private readonly database: Pick<Database, 'read' | 'write'>) {}

  async findHead(): Promise<ChainHead> {
    return (await this.database.read.auditEntry.findFirst(newest)) ?? EMPTY_HEAD;
  }

  /** Newest first. What is not given, or null, does not narrow. */
  list(
    { actor, action, subject, from, before }: AuditQuery,
    take: number,
    below: number | null,
  ): Promise<AuditEntry[]> {
    return this.database.read.auditEntry.findMany({
      where: {
        ...(actor && { actor }),
        ...(action && { action }),
        ...(subject && { subject }),
        at: { ...(from && { gte: from }), ...(before && { lt: before }) },
        ...(below !== null && { sequence: { lt: below } }),
      },
      orderBy: { sequence: 'desc' },
      take,
    });
  }

  /** The names of the acts there are, in order. */
  async listActions(): Promise<string[]> {
    const rows = await this.database.read.auditEntry.findMany({
      distinct: ['action'],
      select: { action: true },
      orderBy: { action: 'asc' },
    });
    return rows.map(({ action }) => action);
  }

  /** The chain after a sequence, in order; from its first entry for null. */
  listAfter(sequence: number | null, take: number): Promise<AuditEntry[]> {
    return this.database.read.auditEntry.findMany({
      where: sequence === null ? {} : { sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take,
    });
  }

  /** The whole chain, in order. */
  async *readAll(): AsyncGenerator<AuditEntry, void, undefined> {
    for (let after: number | null = null; ;) {
      const batch: AuditEntry[] = await this.listAfter(after, BATCH);
      yield* batch;
      if (batch.length < BATCH) return;
      after = batch.at(-1)!.sequence;
    }
  }

  /** Adds an entry, in a transaction of its own. */
  append(record: AuditRecord): Promise<AuditEntry> {
    return this.database.write((transaction) => appendTo(transaction, record));
  }
}

const newest = { orderBy: { sequence: 'desc' }, select: { sequence: true, hash: true } } as const;

/** Adds an entry within a transaction: both are kept or neither is. */
export async function appendTo(transaction: Transaction, record: AuditRecord): Promise<AuditEntry> {
  const head = (await transaction.auditEntry.findFirst(newest)) ?? EMPTY_HEAD;
  return transaction.auditEntry.create({ data: following(head, record) });
}
