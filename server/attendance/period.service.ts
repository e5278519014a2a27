import { z } from 'zod';
import type { Clock } from '../clock.js';
import { ConflictError } from '../errors.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { date, isInOrder, OUT_OF_ORDER } from '../schedules/input-parts.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { DayRecordRepository } from './day-record.repository.js';
import type { AdjustmentRow, PayPeriodRow, PeriodRepository } from './period.repository.js';
import type { Replay } from './replay.js';

const periodInput = z.object({ from: date, to: date }).refine(isInOrder, OUT_OF_ORDER);
const periodKey = z.tuple([z.string(), z.string()]);
const idKey = z.tuple([z.string()]);

/** Closes the dates of a payroll run that is done. */
export class PeriodService {
  constructor(
    private readonly dependencies: {
      periods: PeriodRepository;
      days: DayRecordRepository;
      replay: Replay;
      clock: Clock;
    },
  ) {}

  /** The latest first. Throws BAD_USER_INPUT for a page that is off. */
  list(request: PageRequest): Promise<Page<PayPeriodRow>> {
    const keyOf = ({ from, id }: PayPeriodRow): [string, string] => [from, id];
    return readPage(request, periodKey, keyOf, (take, after) => this.dependencies.periods.list(take, after));
  }

  /** What was booked for people in the scope, newest first; of one period, or what waits for the next one to be locked. */
  listAdjustments(scope: Scope, periodId: string | null, request: PageRequest): Promise<Page<AdjustmentRow>> {
    const keyOf = ({ id }: AdjustmentRow): [string] => [id];
    return readPage(request, idKey, keyOf, (take, after) =>
      this.dependencies.periods.listAdjustments(scope, periodId, take, after?.[0] ?? null),
    );
  }

  /**
   * Brings the records of dates that are over up to date and locks them; what changes later becomes an adjustment. Throws
   * BAD_USER_INPUT, or CONFLICT for dates that are not over or are another period's.
   */
  async lock(input: unknown, source: string): Promise<PayPeriodRow> {
    const { periods, days, replay, clock } = this.dependencies;
    const { from, to } = parseInput(periodInput, input);
    // A date is over everywhere on earth twelve hours after it is in UTC.
    const over = new Date(clock.now().getTime() - 12 * 3_600_000).toISOString().slice(0, 10);
    if (to >= over) throw new ConflictError('DATES_NOT_OVER', `${to} is not over everywhere yet.`);
    await replay.rebuild({ people: await days.listPeople(), from, to });
    const period = await periods.lock({ id: newId(), from, to, lockedAt: clock.now(), source });
    // What was booked while they were locked before and has come into the records since is booked back.
    await replay.rebuild({ people: await days.listPeople({ adjusted: { from, to } }), from, to });
    return period;
  }

  /** Its records change again. Throws NOT_FOUND. */
  async unlock(id: string, source: string): Promise<PayPeriodRow> {
    const { periods, days, replay } = this.dependencies;
    const period = await periods.unlock(id, source);
    await replay.rebuild({ people: await days.listPeople(), from: period.from, to: period.to });
    return period;
  }
}
