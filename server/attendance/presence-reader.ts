import type { Clock } from '../clock.js';
import { addDays } from '../schedules/local-time.rules.js';
import type { ScheduleReader } from '../schedules/schedule-reader.js';
import type { Scope } from '../scope.js';
import { today } from './changed-days.rules.js';
import type { PolicyRepository } from './policy.repository.js';
import { createPolicyOn, DEFAULT_POLICY } from './policy.rules.js';
import type { PresenceRepository } from './presence.repository.js';
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
    const departments = new Map<string, DepartmentCounts>();
    for (const { department, ...person } of people) {
      const roster = plans.rosterOf(person);
      const policyOn = createPolicyOn(agreed.policies, agreed.assignments, DEFAULT_POLICY, person.siteId, person);
      const date = today({ roster, policyOn }, now);
      const { lateGraceMinutes } = policyOn(date);
      const cameOn = came.has(`${person.id} ${date}`);
      const where = whereabouts(inNow.has(person.id), cameOn, roster.expectedOn(date), lateGraceMinutes, now);
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
}
