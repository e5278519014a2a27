import type { Database } from '../database/database.js';
import type { Adjustment as AdjustmentColumns } from '../database/generated/client.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';
import { ConflictError } from '../errors.js';
import { noSuch } from '../row-errors.js';
import { ofEmployeesIn, type Scope } from '../scope.js';
import type { PayPeriod } from './period.rules.js';

export type AdjustmentRow = AdjustmentColumns & { employee: Employee };
export type PayPeriodRow = PayPeriod & { source: string };

export class PeriodRepository {
  constructor(private readonly database: Database) {}

  /** The locked periods that bear on a date between two. */
  listLocked(from: string, to: string): Promise<PayPeriodRow[]> {
    return this.database.read.payPeriod.findMany({
      where: { from: { lte: to }, to: { gte: from }, lockedAt: { not: null } },
    });
  }

  /** The latest first. */
  list(take: number, after: readonly [from: string, id: string] | null): Promise<PayPeriodRow[]> {
    return this.database.read.payPeriod.findMany({
      ...(after && { where: { OR: [{ from: { lt: after[0] } }, { from: after[0], id: { lt: after[1] } }] } }),
      orderBy: [{ from: 'desc' }, { id: 'desc' }],
      take,
    });
  }

  find(id: string): Promise<PayPeriodRow | null> {
    return this.database.read.payPeriod.findUnique({ where: { id } });
  }

  /** Newest first; of a period, or for null those that wait for one. */
  listAdjustments(
    scope: Scope,
    periodId: string | null,
    take: number,
    beforeId: string | null,
  ): Promise<AdjustmentRow[]> {
    return this.database.read.adjustment.findMany({
      where: { periodId, ...ofEmployeesIn(scope), ...(beforeId && { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take,
      include: { employee: { include: employeeRelations } },
    });
  }

  /**
   * Locks dates; adjustments that wait for a period are paid in this one. Dates that were locked once and unlocked keep
   * their row. Throws CONFLICT where another period has one of the dates.
   */
  lock(period: PayPeriodRow): Promise<PayPeriodRow> {
    return this.database.write(async (transaction) => {
      const { from, to, lockedAt, source } = period;
      const others = await transaction.payPeriod.findMany({ where: { from: { lte: to }, to: { gte: from } } });
      const same = others.find((other) => other.from === from && other.to === to && other.lockedAt === null);
      const other = others.find((each) => each !== same);
      if (other) {
        throw new ConflictError('DATES_TAKEN', `There is a period from ${other.from} to ${other.to} already.`);
      }
      const locked = same
        ? await transaction.payPeriod.update({ where: { id: same.id }, data: { lockedAt, source } })
        : await transaction.payPeriod.create({ data: period });
      await transaction.adjustment.updateMany({ where: { periodId: null }, data: { periodId: locked.id } });
      return locked;
    });
  }

  /**
   * Unlocks a period: what was to be adjusted about its dates and is not paid yet is dropped, as the records themselves
   * change again. Throws NOT_FOUND.
   */
  unlock(id: string, source: string): Promise<PayPeriodRow> {
    return this.database.write(async (transaction) => {
      const period = await transaction.payPeriod.findUnique({ where: { id } });
      if (!period) throw noSuch('period');
      const dates = { gte: period.from, lte: period.to };
      await transaction.adjustment.deleteMany({ where: { periodId: null, date: dates } });
      return transaction.payPeriod.update({ where: { id }, data: { lockedAt: null, source } });
    });
  }
}
