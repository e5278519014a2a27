import { z } from 'zod';
import type { EmployeeRepository } from '../employees/employee.repository.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import { date, isInOrder, OUT_OF_ORDER } from './input-parts.js';
import { datesFrom, daysBetween } from './local-time.rules.js';
import type { ExpectedDay } from './schedule.rules.js';
import type { ScheduleReader } from './schedule-reader.js';

const MAX_DAYS = 62;

const rosterRange = z
  .object({ from: date, to: date })
  .refine(isInOrder, OUT_OF_ORDER)
  .refine(({ from, to }) => daysBetween(from, to) < MAX_DAYS, {
    message: `must be at most ${MAX_DAYS} days`,
    path: ['to'],
    // Only what is in order and made of dates has a length.
    when: ({ issues }) => issues.length === 0,
  });

/** What patterns, changes, holidays and leave come to. */
export class RosterService {
  constructor(private readonly dependencies: { employees: EmployeeRepository; schedules: ScheduleReader }) {}

  /** What is expected of somebody on each date, 62 at most; null where there is no such employee. Throws BAD_USER_INPUT. */
  async read(scope: Scope, employeeId: string, from: string, to: string): Promise<ExpectedDay[] | null> {
    parseInput(rosterRange, { from, to });
    const { employees, schedules } = this.dependencies;
    const employee = await employees.findIn(scope, employeeId);
    if (!employee) return null;
    const roster = (await schedules.load({ employeeIds: [employeeId], from, to })).rosterOf(employee);
    return datesFrom(from, to).map((each) => roster.expectedOn(each));
  }
}
