import { z } from 'zod';
import { employeeKey, keyOfEmployee } from '../employees/employee-key.js';
import type { Employee, EmployeePlace, EmployeeRepository } from '../employees/employee.repository.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { AssignmentRepository, AssignmentRow } from './assignment.repository.js';
import { inForceFrom, type InForce } from './in-force.rules.js';
import { date, isInOrder, OUT_OF_ORDER } from './input-parts.js';
import { datesFrom, daysBetween } from './local-time.rules.js';
import type { PlannedDay } from './schedule.rules.js';
import type { ScheduleReader } from './schedule-reader.js';
import { scoped } from './schedule.repository.js';

const MAX_DAYS = 62;
/** Of up to 200 people at once. */
const MAX_TEAM_DAYS = 31;

const rangeOf = (maxDays: number) =>
  z
    .object({ from: date, to: date })
    .refine(isInOrder, OUT_OF_ORDER)
    .refine(({ from, to }) => daysBetween(from, to) < maxDays, {
      message: `must be at most ${maxDays} days`,
      path: ['to'],
      // Only what is in order and made of dates has a length.
      when: ({ issues }) => issues.length === 0,
    });

export interface EmployeeRoster {
  employee: Employee;
  days: PlannedDay[];
}

/** What patterns, changes, holidays and leave come to. */
export class RosterService {
  constructor(
    private readonly dependencies: {
      employees: EmployeeRepository;
      schedules: ScheduleReader;
      assignments: AssignmentRepository;
    },
  ) {}

  /** What is expected of somebody on each date, 62 at most; null where there is no such employee. Throws BAD_USER_INPUT. */
  async read(scope: Scope, employeeId: string, from: string, to: string): Promise<PlannedDay[] | null> {
    parseInput(rangeOf(MAX_DAYS), { from, to });
    const employee = await this.dependencies.employees.findIn(scope, employeeId);
    if (!employee) return null;
    const [roster] = await this.rostersOf([employee], from, to);
    return roster?.days ?? [];
  }

  /** What is expected of active people, in order of names, on each date, 31 at most. Throws BAD_USER_INPUT. */
  async listTeam(
    scope: Scope,
    place: EmployeePlace,
    from: string,
    to: string,
    request: PageRequest,
  ): Promise<Page<EmployeeRoster>> {
    parseInput(rangeOf(MAX_TEAM_DAYS), { from, to });
    const { employees } = this.dependencies;
    const page = await readPage(request, employeeKey, keyOfEmployee, (take, after) =>
      employees.listActive(scope, place, take, after),
    );
    const rosters = await this.rostersOf(
      page.edges.map(({ node }) => node),
      from,
      to,
    );
    return { ...page, edges: rosters.map((node, index) => ({ cursor: page.edges[index]?.cursor ?? '', node })) };
  }

  /** Which pattern holds for somebody from a date on, in order; null where there is no such employee. Throws BAD_USER_INPUT. */
  async listInForce(scope: Scope, employeeId: string, from: string): Promise<InForce<AssignmentRow>[] | null> {
    parseInput(z.object({ from: date }), { from });
    const { employees, assignments } = this.dependencies;
    const employee = await employees.findIn(scope, employeeId);
    if (!employee) return null;
    const rows = await assignments.listFor(employee, from);
    const spans = inForceFrom(rows.map(scoped), employee.siteId, employee, from);
    return spans.map(({ row, ...span }) => ({ ...span, row: rows.find(({ id }) => id === row?.id) ?? null }));
  }

  private async rostersOf(people: readonly Employee[], from: string, to: string): Promise<EmployeeRoster[]> {
    const schedules = await this.dependencies.schedules.load({ employeeIds: people.map(({ id }) => id), from, to });
    return people.map((employee) => {
      const roster = schedules.rosterOf(employee);
      return { employee, days: datesFrom(from, to).map((each) => roster.expectedOn(each)) };
    });
  }
}
