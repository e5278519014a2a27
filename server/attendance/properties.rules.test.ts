import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, MINUTE_MS } from '../schedules/local-time.rules.js';
import { readRules } from '../testing/attendance-notation.js';
import { MINUTE_COLUMNS, type DayRecord } from './day-record.rules.js';
import { affectedDates, deriveDays, type DayInputs } from './derive-days.rules.js';
import { differences } from './difference.rules.js';
import type { AttendanceKind, LogEntry } from './event-log.rules.js';
import type { OvertimeApproval } from './overtime.rules.js';
import { adjustmentsFor, standingRecords, type PayPeriod } from './period.rules.js';
import { decidePunch } from './punch.rules.js';
import { effectivePunches } from './correction.rules.js';
import { workDate, type EmployeeRules } from './work-date.rules.js';

// Two weeks around the night on which Berlin's clocks go back; New York's go back a week later.
const [FIRST, LAST] = ['2026-10-19', '2026-11-02'];
const START = instantOf('Europe/Berlin', FIRST, 0).getTime();
const END = instantOf('Europe/Berlin', LAST, 0).getTime();
const NOW = new Date(END);
const CORRECTED_FROM = Date.parse('2027-01-01T00:00:00Z');

const zone = fc.constantFrom('Berlin', 'NewYork', 'LordHowe', 'Kathmandu');
const schedule = fc.constantFrom(
  'free',
  'Mon-Fri 08:00-16:30 -30 +15',
  '22:00-06:00',
  '08:00-12:00,16:00-20:00',
  'flex480 10:00-15:00',
  'flex480',
  'cycle 10-19: 06:00-14:00 / 14:00-22:00 / 22:00-06:00 / free',
  '00:00-08:00; leave 10-21..10-23 annual first; holiday 10-26',
  '02:30-10:30; 10-25: 01:00-05:00; 10-25: 14:00-18:00; holiday 10-24 second',
);
const unroundedPolicy = fc
  .subarray(['grace5', 'auto-end', 'maxopen10h', 'break360:30', 'ot-daily', 'week2400', 'approval', 'boundary04:00'])
  .map((words) => words.join(' '));
const policy = fc
  .tuple(unroundedPolicy, fc.subarray(['in15up', 'out15down', 'not-before', 'auto-max']))
  .map(([plain, rounded]) => [plain, ...rounded].join(' '));
const rules = fc.tuple(zone, policy, schedule).map(([...words]) => readRules(`${words[0]} ${words[1]}`, words[2]));

const kind = fc.constantFrom<AttendanceKind>('CHECK_IN', 'CHECK_OUT');
const instant = fc.integer({ min: START, max: END - 1 }).map((ms) => new Date(ms));
const punchTimes = fc.uniqueArray(instant, { maxLength: 40, selector: (at) => at.getTime() });

const blank = { employeeId: 'ana', capturedAt: null, clockOffsetMs: null, isDeferred: false, reason: null };
const entry = (id: string, fields: Partial<LogEntry> & Pick<LogEntry, 'action' | 'recordedAt'>): LogEntry => ({
  ...blank,
  id,
  kind: null,
  correctedTime: null,
  targetId: null,
  source: 'user:mia',
  ...fields,
});

const punches = punchTimes.chain((times) =>
  fc.tuple(
    ...times.map((recordedAt, index) => kind.map((kind) => entry(`p${index}`, { action: 'PUNCH', kind, recordedAt }))),
  ),
);
/** Corrections of punches and of each other, some of what is not there. */
const corrections = fc
  .array(
    fc.tuple(fc.constantFrom('ADD', 'MOVE', 'VOID', 'RESTORE'), kind, instant, fc.constantFrom('p', 'c'), fc.nat(45)),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(([action, kind, at, target, number], index) =>
      entry(`c${index}`, {
        action,
        kind: action === 'ADD' ? kind : null,
        recordedAt: new Date(CORRECTED_FROM + Math.floor(index / 2)),
        correctedTime: action === 'ADD' || action === 'MOVE' ? at : null,
        targetId: action === 'ADD' ? null : `${target}${number}`,
      }),
    ),
  );
const approvals = fc.array(fc.tuple(fc.nat(13), fc.nat(300)), { maxLength: 8 }).map((rows) =>
  rows.map(([day, minutes], index): OvertimeApproval => ({
    id: `a${index}`,
    employeeId: 'ana',
    date: addDays(FIRST, day),
    minutes,
    recordedAt: new Date(CORRECTED_FROM + Math.floor(index / 2)),
    source: 'user:mia',
  })),
);
const inputs: fc.Arbitrary<DayInputs> = fc
  .tuple(rules, punches, corrections, approvals)
  .map(([rules, punched, corrected, approvals]) => ({ rules, log: [...punched, ...corrected], approvals }));

const derive = (given: DayInputs, from = FIRST, to = LAST): DayRecord[] => deriveDays(given, from, to, NOW);
const shuffled = <Row>(rows: readonly Row[]) => fc.shuffledSubarray([...rows], { minLength: rows.length });
const check = <Given>(given: fc.Arbitrary<Given>, property: (given: Given) => void) =>
  fc.assert(
    fc.property(given, (each) => {
      property(each);
    }),
    { numRuns: 100 },
  );

describe('day records', () => {
  it('are the same for events, and approvals, in any arrival order', () => {
    const reordered = inputs.chain((given) =>
      fc.tuple(fc.constant(given), shuffled(given.log), shuffled(given.approvals)),
    );
    check(reordered, ([given, log, approvals]) => expect(derive({ ...given, log, approvals })).toEqual(derive(given)));
  });

  it('have minutes that are never negative, whole, and add up', () => {
    check(inputs, (given) => {
      for (const day of derive(given)) {
        for (const column of MINUTE_COLUMNS) expect(Number.isInteger(day[column]) && day[column] >= 0).toBe(true);
        expect(day.regularMinutes + day.overtimeMinutes + day.unapprovedOvertimeMinutes).toBe(day.countedMinutes);
        expect(day.absentMinutes).toBeLessThanOrEqual(day.scheduledMinutes);
      }
    });
  });

  it('have minutes that are never more than the real elapsed time, of a day or in all', () => {
    check(inputs, (given) => {
      const days = derive(given);
      for (const { checkInTime, checkOutTime, openSince, workedMinutes } of days.filter(
        (day) => day.workedMinutes > 0,
      )) {
        const until = checkOutTime ?? openSince ?? NOW;
        expect(workedMinutes * MINUTE_MS).toBeLessThanOrEqual(until.getTime() - checkInTime!.getTime());
      }
      const worked = days.reduce((sum, day) => sum + day.workedMinutes, 0);
      expect(worked * MINUTE_MS).toBeLessThanOrEqual(END - START + 24 * 60 * MINUTE_MS);
    });
  });

  it('count what was worked where nothing is rounded', () => {
    const unrounded = fc
      .tuple(zone, unroundedPolicy, schedule, punches)
      .map(([zone, words, plan, log]) => ({ rules: readRules(`${zone} ${words}`, plan), log, approvals: [] }));
    check(unrounded, (given) => {
      for (const day of derive(given)) expect(day.countedMinutes).toBe(day.workedMinutes);
    });
  });

  it('are the same when replayed, whole or in parts: replay is idempotent', () => {
    check(fc.tuple(inputs, fc.nat(13)), ([given, day]) => {
      const [whole, middle] = [derive(given), addDays(FIRST, day)];
      expect(differences(whole, derive(given))).toEqual([]);
      expect([...derive(given, FIRST, middle), ...derive(given, addDays(middle, 1), LAST)]).toEqual(whole);
    });
  });

  it('are not changed by void then restore', () => {
    check(fc.tuple(inputs, fc.nat(40)), ([given, number]) => {
      const log = given.log.filter(({ action }) => action !== 'VOID');
      const [targetId, recordedAt] = [`p${number}`, new Date(CORRECTED_FROM + 1_000)];
      const voided = entry('v', { action: 'VOID', recordedAt, targetId });
      const restored = entry('w', { action: 'RESTORE', recordedAt: new Date(recordedAt.getTime() + 1), targetId });
      expect(derive({ ...given, log: [...log, voided, restored] })).toEqual(derive({ ...given, log }));
    });
  });

  it('change only on the dates that a punch is said to affect', () => {
    check(fc.tuple(inputs, kind, instant), ([given, kind, recordedAt]) => {
      const added = entry('new', { action: 'PUNCH', kind, recordedAt });
      const { from, to } = affectedDates(given.rules, workDate(given.rules, kind, recordedAt));
      const changed = differences(derive(given), derive({ ...given, log: [...given.log, added] }));
      expect(changed.filter(({ date }) => date < from || date > to)).toEqual([]);
    });
  });
});

describe('punches as they are decided', () => {
  /** What a kiosk would have recorded of somebody who comes by at these instants. */
  function recordedBy(rules: EmployeeRules, times: readonly Date[]): LogEntry[] {
    const log: LogEntry[] = [];
    for (const recordedAt of [...times].sort((a, b) => a.getTime() - b.getTime())) {
      const verdict = decidePunch(rules, 'AUTOMATIC', effectivePunches(log).punches.at(-1) ?? null, recordedAt);
      if (verdict.outcome === 'record') {
        log.push(entry(`p${log.length}`, { action: 'PUNCH', kind: verdict.kind, recordedAt }));
      }
    }
    return log;
  }

  it('never lack a check-in, and every one is in a record', () => {
    check(fc.tuple(rules, punchTimes), ([rules, times]) => {
      const log = recordedBy(rules, times);
      const days = deriveDays({ rules, log, approvals: [] }, addDays(FIRST, -2), addDays(LAST, 2), NOW);
      expect(days.filter(({ exceptions }) => exceptions.includes('MISSING_CHECK_IN'))).toEqual([]);
      const [first] = log;
      if (first) expect(days.map(({ checkInTime }) => checkInTime)).toContainEqual(first.recordedAt);
    });
  });
});

describe('a locked period', () => {
  const locked: PayPeriod = { id: 'october', from: FIRST, to: '2026-10-25', lockedAt: NOW };
  const open: PayPeriod = { id: 'november', from: '2026-10-26', to: LAST, lockedAt: null };
  const periods = [locked, open];

  it('keeps its records, and what changes is booked once in the open one', () => {
    check(fc.tuple(inputs, inputs), ([before, after]) => {
      const [stored, derived] = [derive(before), derive(after)];
      const isOctober = ({ date }: { date: string }) => date <= locked.to;
      expect(standingRecords(periods, stored, derived)).toEqual([
        ...stored.filter(isOctober),
        ...derived.filter((day) => !isOctober(day)),
      ]);

      const booked = adjustmentsFor('ana', periods, stored, derived, []);
      expect(adjustmentsFor('ana', periods, stored, derived, booked)).toEqual([]);
      const regular = (rows: readonly DayRecord[]) =>
        rows.filter(isOctober).reduce((sum, day) => sum + day.regularMinutes, 0);
      const adjusted = booked.filter(({ column }) => column === 'regularMinutes');
      expect(regular(stored) + adjusted.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(regular(derived));
    });
  });
});
