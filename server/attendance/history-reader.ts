import { inGroups } from '../in-groups.js';
import { addDays, dateAt } from '../schedules/local-time.rules.js';
import type { Roster } from '../schedules/roster.rules.js';
import type { ExpectedDay } from '../schedules/schedule.rules.js';
import type { Placed, ScheduleReader } from '../schedules/schedule-reader.js';
import type { AttendanceRepository } from './attendance.repository.js';
import type { DayInputs } from './derive-days.rules.js';
import type { PolicyRepository } from './policy.repository.js';
import { createPolicyOn, DEFAULT_POLICY, type PolicyAssignment } from './policy.rules.js';
import type { EmployeeRules } from './work-date.rules.js';

/** An employee as their records are derived: from when on, and where. */
export interface Person extends Placed {
  createdAt: Date;
}

/** All that one employee's records follow from. */
export interface History extends DayInputs {
  employeeId: string;
  /** Of the last event that was read: one that is appended since takes the next ordinal. */
  lastOrdinal: number;
}

/** How far before a date its records reach: the week of its overtime, and a week for what was open then. */
const DAYS_BEFORE = 15;
/** How far after: the rest of the week, and a shift that begins the day after. */
const DAYS_AFTER = 8;

/** Reads what day records follow from: schedules, policies, the log and approvals. */
export class HistoryReader {
  private readonly oneOfMany = inGroups((asked: readonly Asked[]) => this.readAsked(asked));

  constructor(
    private readonly dependencies: {
      attendance: AttendanceRepository;
      schedules: ScheduleReader;
      policies: PolicyRepository;
    },
  ) {}

  /** As `read`, of one person: those who are asked for at the same time are read together. */
  readOne(person: Person, from: string, to: string): Promise<History> {
    return this.oneOfMany({ person, from, to });
  }

  /**
   * Everything that the records between two dates follow from. `supposed` is a policy assignment that is not there yet.
   * The logs are read before the rest, so that whoever appends by their ordinals goes by nothing older.
   */
  async read(
    people: readonly Person[],
    from: string,
    to: string,
    supposed: readonly PolicyAssignment[] = [],
  ): Promise<Map<string, History>> {
    const { attendance, schedules, policies } = this.dependencies;
    const employeeIds = people.map(({ id }) => id);
    const [earliest, latest] = [addDays(from, -DAYS_BEFORE), addDays(to, DAYS_AFTER)];
    const logs = await attendance.readLogs(employeeIds, new Date(earliest));
    const [plans, agreed, approvals] = await Promise.all([
      schedules.load({ employeeIds, from: earliest, to: latest }),
      policies.read(earliest, latest),
      attendance.readApprovals(employeeIds, earliest),
    ]);
    const assignments = [...agreed.assignments, ...supposed];
    return new Map(
      people.map((person) => {
        const { lastOrdinal, firstAt, log } = logs.get(person.id)!;
        const rules: EmployeeRules = {
          roster: rosterSince(plans.rosterOf(person), [person.createdAt, ...(firstAt ? [firstAt] : [])]),
          policyOn: createPolicyOn(agreed.policies, assignments, DEFAULT_POLICY, person.siteId, person),
        };
        const own = approvals.filter(({ employeeId }) => employeeId === person.id);
        return [person.id, { employeeId: person.id, rules, log, lastOrdinal, approvals: own }];
      }),
    );
  }

  private async readAsked(asked: readonly Asked[]): Promise<History[]> {
    const bySpan = new Map<string, Asked[]>();
    for (const each of asked) bySpan.set(spanOf(each), [...(bySpan.get(spanOf(each)) ?? []), each]);
    const read = new Map(
      await Promise.all(
        [...bySpan].map(async ([span, alike]) => {
          const { from, to } = alike[0]!;
          return [
            span,
            await this.read(
              alike.map(({ person }) => person),
              from,
              to,
            ),
          ] as const;
        }),
      ),
    );
    return asked.map((each) => read.get(spanOf(each))!.get(each.person.id)!);
  }
}

interface Asked {
  person: Person;
  from: string;
  to: string;
}

const spanOf = ({ from, to }: Asked): string => `${from} ${to}`;

/** A schedule that begins on the date of the earliest of a few instants: before, nothing is expected. */
function rosterSince(roster: Roster, instants: readonly Date[]): Roster {
  const { timeZone, dayStartsAtMinutes } = roster.site;
  const first = instants.map((instant) => dateAt(timeZone, dayStartsAtMinutes, instant)).sort()[0]!;
  return { ...roster, expectedOn: (date) => (date < first ? nothingExpected(date) : roster.expectedOn(date)) };
}

const nothingExpected = (date: string): ExpectedDay => ({
  date,
  segments: [],
  isFlexible: false,
  scheduledMinutes: 0,
  holidayMinutes: 0,
  leaveMinutes: 0,
  leaveKind: null,
  paidBreakMinutes: 0,
});
