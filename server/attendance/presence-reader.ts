import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { employeeKey, keyOfEmployee } from '../employees/employee-key.js';
import type { EmployeePage } from '../employees/employee.service.js';
import { readPage, type PageRequest } from '../paging.js';
import { addDays } from '../schedules/local-time.rules.js';
import type { ScheduleReader } from '../schedules/schedule-reader.js';
import type { Scope } from '../scope.js';
import { today } from './changed-days.rules.js';
import type { PolicyRepository } from './policy.repository.js';
import { createPolicyOn, DEFAULT_POLICY } from './policy.rules.js';
import type { PresenceRepository, PresentPerson } from './presence.repository.js';
import { whereabouts, type Whereabouts } from './whereabouts.rules.js';

/** How many people of a department are where. */
export interface DepartmentCounts {
  department: string;
  employees: number;
  /** Who is in. */
  present: number;
  out: number;
  expected: number;
  late: number;
  onLeave: number;
}

const COUNTED: Record<Whereabouts, keyof Omit<DepartmentCounts, 'department' | 'employees'>> = {
  IN: 'present',
  OUT: 'out',
  EXPECTED: 'expected',
  LATE: 'late',
  ON_LEAVE: 'onLeave',
};

/** Who is in, who should be, and who need not. */
export class PresenceReader {
  constructor(
    private readonly dependencies: {
      presence: PresenceRepository;
      schedules: ScheduleReader;
      policies: PolicyRepository;
      clock: Clock;
    },
  ) {}

  /** For each department with active people, in order of names; of one site or all. */
  async count(scope: Scope, siteId: string | null): Promise<DepartmentCounts[]> {
    const departments = new Map<string, DepartmentCounts>();
    for (const { department, where } of await this.locate(scope, siteId)) {
      const counts = departments.get(department) ?? {
        department,
        employees: 0,
        present: 0,
        out: 0,
        expected: 0,
        late: 0,
        onLeave: 0,
      };
      counts.employees++;
      counts[COUNTED[where]]++;
      departments.set(department, counts);
    }
    return [...departments.values()];
  }

  /** Who they are, in the order of people; of one site or all. Throws BAD_USER_INPUT for a page that is off. */
  async list(scope: Scope, where: Whereabouts, siteId: string | null, request: PageRequest): Promise<EmployeePage> {
    const found = (await this.locate(scope, siteId)).filter((person) => person.where === where).sort(byKey);
    const page = await readPage(request, employeeKey, keyOfEmployee, async (take, after) => {
      const from = after ? { searchText: after[0], id: after[1] } : null;
      const ids = found
        .filter((person) => from === null || byKey(person, from) > 0)
        .slice(0, take)
        .map(({ id }) => id);
      return (await this.dependencies.presence.listEmployees(ids)).sort(byKey);
    });
    return { ...page, totalCount: found.length };
  }

  private async locate(scope: Scope, siteId: string | null): Promise<(PresentPerson & { where: Whereabouts })[]> {
    const { presence, schedules, policies, clock } = this.dependencies;
    const now = clock.now();
    // The furthest zones are a day ahead of UTC and behind it.
    const utcDate = now.toISOString().slice(0, 10);
    const [from, to] = [addDays(utcDate, -1), addDays(utcDate, 1)];
    const openSince = new Date(now.getTime() - (await policies.longestOpenMinutes()) * 60_000);
    const [people, inNow, came, plans, agreed] = await Promise.all([
      presence.listPeople(scope, siteId),
      presence.listIn(openSince),
      presence.listCame(from, to),
      schedules.load({ ...(siteId && { siteIds: [siteId] }), from, to }),
      policies.read(from, to),
    ]);
    return people.map((person) => {
      const roster = plans.rosterOf(person);
      const policyOn = createPolicyOn(agreed.policies, agreed.assignments, DEFAULT_POLICY, person.siteId, person);
      const date = today({ roster, policyOn }, now);
      const { lateGraceMinutes } = policyOn(date);
      const cameOn = came.has(`${person.id} ${date}`);
      const where = whereabouts(inNow.has(person.id), cameOn, roster.expectedOn(date), lateGraceMinutes, now);
      return { ...person, where };
    });
  }
}

const byKey = (a: Key, b: Key): number =>
  a.searchText === b.searchText ? compare(a.id, b.id) : compare(a.searchText, b.searchText);
type Key = Pick<Employee, 'searchText' | 'id'>;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
