import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../clock.js';
import { codeOf } from '../errors.js';
import type { Json } from '../storage/canonical-json.js';
import type { AuditEntry, AuditRecord } from './audit-chain.js';
import { detailsOf, type Change } from './audit-details.js';

/** Somebody about to do something. */
export interface Act extends Pick<AuditRecord, 'actor' | 'actorName' | 'action' | 'address'> {
  subject?: string | null;
  /** What was sent with it. */
  sent?: unknown;
  /** Asked when it ends other than well, before that is recorded; every end is where this is left out. */
  mayTellFailure?: () => Promise<boolean>;
}

interface Scope {
  act: Act;
  notes: Record<string, Json> | null;
  /** The first work that it was recorded with, which may be done again where its transaction was undone; null before. */
  recordedWith: unknown;
}

/** Where entries are kept: within a transaction, or in one of their own. */
export interface AuditStore<Transaction> {
  appendTo(transaction: Transaction, record: AuditRecord): Promise<AuditEntry>;
  append(record: AuditRecord): Promise<AuditEntry>;
  watch(transaction: Transaction, changes: Change[]): Transaction;
}

/**
 * Records acts. What an act writes to the database is recorded in the very transaction that writes it, with the rows
 * before and after; how it ended is recorded after it, unless that says nothing new.
 */
export class AuditTrail<Transaction> {
  private readonly scopes = new AsyncLocalStorage<Scope | null>();
  private store: AuditStore<Transaction> | null = null;

  constructor(private readonly dependencies: { clock: Clock }) {}

  /** The database needs the trail and the trail the database: this joins them. */
  keepIn(store: AuditStore<Transaction>): void {
    this.store = store;
  }

  /** Does something as this act. Gives what `work` gives; throws what it throws. `outcomeOf` names a result. */
  async run<T>(
    act: Act,
    work: () => Promise<T>,
    outcomeOf: (result: T) => Outcome = () => ({ outcome: 'ok' }),
  ): Promise<T> {
    const scope: Scope = { act, notes: null, recordedWith: null };
    try {
      const result = await this.scopes.run(scope, work);
      const { outcome, subject = null } = outcomeOf(result);
      if (outcome !== 'ok') await this.appendFailure(scope, outcome, subject);
      else if (!scope.recordedWith) await this.append(scope, outcome, subject);
      return result;
    } catch (error) {
      await this.appendFailure(scope, codeOf(error));
      throw error;
    }
  }

  /** Records an act that was refused before it began. */
  async refused(act: Act, outcome: string): Promise<void> {
    await this.append({ act, notes: null, recordedWith: null }, outcome);
  }

  /** Tells something more of the act under way, beside the rows it changes: no secrets, no biometrics. */
  note(notes: Record<string, Json>): void {
    const scope = this.scopes.getStore();
    if (scope) scope.notes = { ...scope.notes, ...notes };
  }

  /** Goes around each transaction that writes (AroundWrite of database.ts). */
  readonly around = async <T>(transaction: Transaction, work: (transaction: Transaction) => Promise<T>): Promise<T> => {
    const scope = this.scopes.getStore();
    if (!scope || !this.store) return work(transaction);
    const changes: Change[] = [];
    const result = await work(this.store.watch(transaction, changes));
    const record = this.recordOf(scope, 'ok', changes);
    const isFirst = scope.recordedWith === null || scope.recordedWith === work;
    if (isFirst || changesIn(record)) await this.store.appendTo(transaction, record);
    scope.recordedWith ??= work;
    return result;
  };

  private async appendFailure(scope: Scope, outcome: string, subject: string | null = null): Promise<void> {
    if (scope.act.mayTellFailure && !(await scope.act.mayTellFailure())) return;
    await this.append(scope, outcome, subject);
  }

  private async append(scope: Scope, outcome: string, subject: string | null = null): Promise<void> {
    // Outside of every scope: the entry's own transaction is no part of the act.
    await this.scopes.run(null, () => this.store?.append(this.recordOf(scope, outcome, [], subject)));
  }

  private recordOf(
    { act, notes }: Scope,
    outcome: string,
    changes: Change[],
    found: string | null = null,
  ): AuditRecord {
    const { actor, actorName, action, address, subject = null, sent } = act;
    return {
      at: this.dependencies.clock.now(),
      actor,
      actorName,
      action,
      subject: subject ?? found ?? onlyOne(changes, 'employeeId') ?? onlyOne(changes, 'id'),
      outcome,
      address,
      details: detailsOf(sent, changes, notes),
    };
  }
}

export interface Outcome {
  outcome: string;
  subject?: string | null;
}

const changesIn = ({ details }: AuditRecord): boolean => details?.includes('"changes":') ?? false;

/** What all changed rows have in a column; null where they differ or have none. */
function onlyOne(changes: readonly Change[], column: string): string | null {
  const values = new Set(changes.flatMap(({ before, after }) => (after ?? before)?.[column] ?? []));
  const [value] = values;
  return values.size === 1 && typeof value === 'string' ? value : null;
}
