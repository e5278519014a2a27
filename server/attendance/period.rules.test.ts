import { describe, expect, it } from 'vitest';
import { readCase } from '../testing/attendance-notation.js';
import type { DayRecord } from './day-record.rules.js';
import { deriveDays } from './derive-days.rules.js';
import { differences } from './difference.rules.js';
import { adjustmentsFor, isLocked, standingRecords, type Adjustment, type PayPeriod } from './period.rules.js';

const march: PayPeriod = {
  id: 'march',
  from: '2026-03-01',
  to: '2026-03-31',
  lockedAt: new Date('2026-04-02T10:00:00Z'),
};
const april: PayPeriod = { id: 'april', from: '2026-04-01', to: '2026-04-30', lockedAt: null };
const periods = [march, april];

/** The records of 31 March and 1 April, with eight hours over which overtime begins. */
function records(events: string, policy = 'ot-daily', schedule = '08:00-16:00'): DayRecord[] {
  const { rules, log, approvals, now } = readCase(policy, schedule, events, '03-31 none; 04-01 none');
  return deriveDays({ rules, log, approvals }, '2026-03-31', '2026-04-01', now);
}

const worked = '03-31 08:00 in, 16:00 out, 04-01 08:00 in, 16:00 out';
const stored = records(worked);
const adjust = (derived: DayRecord[], booked: Adjustment[] = []) =>
  adjustmentsFor('ana', periods, stored, derived, booked);
const booking = (column: Adjustment['column'], minutes: number): Adjustment => ({
  employeeId: 'ana',
  date: '2026-03-31',
  column,
  minutes,
  periodId: null,
});

describe('isLocked', () => {
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('%s: %s', (date, locked) => {
    expect(isLocked(periods, date)).toBe(locked);
  });
});

describe('a correction on both sides of the lock', () => {
  const corrected = records(`${worked}, #2 move 03-31 17:30 by mia, #4 move 04-01 17:30 by mia`);

  it('leaves the locked record and changes the other', () => {
    expect(standingRecords(periods, stored, corrected)).toEqual([stored[0], corrected[1]]);
  });

  it('is booked in the open period for the locked day alone', () => {
    expect(adjust(corrected)).toEqual([booking('overtimeMinutes', 90)]);
  });

  it('is not booked twice', () => {
    expect(adjust(corrected, [booking('overtimeMinutes', 90)])).toEqual([]);
  });

  it('is booked back when it is taken back', () => {
    expect(adjust(stored, [booking('overtimeMinutes', 90)])).toEqual([booking('overtimeMinutes', -90)]);
  });

  it('is not mistaken for another person’s booking', () => {
    expect(adjust(corrected, [{ ...booking('overtimeMinutes', 90), employeeId: 'bo' }])).toHaveLength(1);
  });
});

it('books an absence that became a leave', () => {
  const absent = records('04-01 08:00 in, 16:00 out');
  const excused = records('04-01 08:00 in, 16:00 out', 'ot-daily', '08:00-16:00; leave 03-31 sick');
  expect(adjustmentsFor('ana', periods, absent, excused, [])).toEqual([
    booking('absentMinutes', -480),
    booking('leaveMinutes', 480),
  ]);
});

it('books a locked day that has no record yet, and one that has none any more', () => {
  const none = records('04-01 08:00 in, 16:00 out', '-', 'free');
  const some = records(worked, '-', 'free');
  expect(adjustmentsFor('ana', periods, none, some, [])).toEqual([booking('regularMinutes', 480)]);
  expect(adjustmentsFor('ana', periods, some, none, [])).toEqual([booking('regularMinutes', -480)]);
});

describe('differences', () => {
  it('are none between equal records', () => {
    expect(differences(stored, records(worked))).toEqual([]);
  });

  it('name each column that a policy would change, with both values', () => {
    const events = '03-31 08:10 in, 16:00 out, 04-01 08:10 in, 16:00 out';
    expect(differences(records(events, 'grace0'), records(events, 'grace0; 04-01: grace10'))).toEqual([
      { date: '2026-04-01', column: 'policyId', before: 'default', after: 'from 04-01' },
      { date: '2026-04-01', column: 'exceptions', before: 'LATE', after: null },
      { date: '2026-04-01', column: 'lateMinutes', before: 10, after: 0 },
      { date: '2026-04-01', column: 'isLate', before: true, after: false },
    ]);
  });

  it('name what is new and what is gone', () => {
    const [none, some] = [[], records('03-31 09:00 in, 10:00 out', '-', 'free')];
    expect(differences(none, some)).toContainEqual({
      date: '2026-03-31',
      column: 'workedMinutes',
      before: 0,
      after: 60,
    });
    expect(differences(some, none)).toContainEqual({
      date: '2026-03-31',
      column: 'checkInTime',
      before: '2026-03-31T07:00:00.000Z',
      after: null,
    });
  });
});
