import { describe, expect, it } from 'vitest';
import { createRoster, type ScheduleData } from './roster.rules.js';
import type { Shift } from './schedule.rules.js';

const site = { id: 'berlin', timeZone: 'Europe/Berlin', dayStartsAtMinutes: 0, minimumPunchIntervalSeconds: 60 };
const shift = (id: string, startsAtMinutes: number, endsAtMinutes: number, changes: Partial<Shift> = {}): Shift => ({
  id,
  name: id,
  segments: [{ startsAtMinutes, endsAtMinutes }],
  flexibleMinutes: null,
  unpaidBreakMinutes: 0,
  paidBreakMinutes: 0,
  ...changes,
});
const data: ScheduleData = {
  site,
  shifts: [shift('early', 360, 840), shift('late', 840, 1320)],
  patterns: [
    {
      id: 'turns',
      name: 'Early and late in turns',
      cycleDays: 2,
      startsOn: '2026-03-02',
      observesHolidays: true,
      days: [
        { day: 0, shiftId: 'early' },
        { day: 1, shiftId: 'late' },
      ],
    },
  ],
  assignments: [
    { id: 'a', patternId: 'turns', offsetDays: 0, scope: 'SITE', scopeId: 'berlin', from: '2026-01-01', to: null },
    { id: 'b', patternId: 'turns', offsetDays: 1, scope: 'EMPLOYEE', scopeId: 'bo', from: '2026-01-01', to: null },
  ],
  changes: [],
  holidays: [],
  leaves: [],
};
const [ana, bo] = [
  { id: 'ana', departmentId: null },
  { id: 'bo', departmentId: null },
];
const startOf = (given: ScheduleData, employee: typeof ana, date: string) =>
  createRoster(given, employee).expectedOn(date).segments[0]?.startsAt.toISOString();

describe('createRoster', () => {
  it('turns a rotation, each team with its own offset', () => {
    const starts = ['2026-03-02', '2026-03-03'].flatMap((date) => [ana, bo].map((who) => startOf(data, who, date)));
    expect(starts).toEqual([
      '2026-03-02T05:00:00.000Z',
      '2026-03-02T13:00:00.000Z',
      '2026-03-03T13:00:00.000Z',
      '2026-03-03T05:00:00.000Z',
    ]);
  });

  it('keeps changes and leave to the employee, and holidays to the site', () => {
    const given: ScheduleData = {
      ...data,
      changes: [{ id: 'c', employeeId: 'bo', date: '2026-03-02', shiftId: null }],
      holidays: [{ siteId: 'lisbon', date: '2026-03-02', name: 'A holiday elsewhere', part: 'WHOLE' }],
      leaves: [{ id: 'l', employeeId: 'bo', from: '2026-03-03', to: '2026-03-03', part: 'WHOLE', kind: 'annual' }],
    };
    expect(createRoster(given, ana).expectedOn('2026-03-02').scheduledMinutes).toBe(480);
    expect(createRoster(given, bo).expectedOn('2026-03-02').scheduledMinutes).toBe(0);
    expect(createRoster(given, ana).expectedOn('2026-03-03').leaveMinutes).toBe(0);
    expect(createRoster(given, bo).expectedOn('2026-03-03').leaveMinutes).toBe(480);
  });

  it.each([
    ['moves a shift within the skipped hour on by that hour', 165, ['2026-03-29T01:30:00.000Z'], 15],
    ['has no place for a shift that would end before it starts', 190, [], 0],
  ])('%s', (_name, endsAt, starts, minutes) => {
    const skipped = { ...data, shifts: [shift('early', 150, endsAt), shift('late', 150, endsAt)] };
    const { segments, scheduledMinutes } = createRoster(skipped, ana).expectedOn('2026-03-29');
    expect(segments.map(({ startsAt }) => startsAt.toISOString())).toEqual(starts);
    expect(scheduledMinutes).toBe(minutes);
  });

  it.each([
    ['pattern', { ...data, patterns: [] }],
    ['shift', { ...data, shifts: [] }],
  ])('refuses a %s that is not there', (_name, given) => {
    expect(() => createRoster(given, ana).expectedOn('2026-03-02')).toThrow('names what is not there');
  });
});
