import { describe, expect, it } from 'vitest';
import { ScheduleReader } from './schedule-reader.js';
import { ScheduleRepository, type ScheduleRows } from './schedule.repository.js';

const site = (id: string, timeZone: string) => ({
  id,
  name: id,
  timeZone,
  dayStartsAtMinutes: 0,
  minimumPunchIntervalSeconds: 60,
});
const shift = (id: string, startsAtMinutes: number, endsAtMinutes: number) => ({
  id,
  name: id,
  segments: [{ startsAtMinutes, endsAtMinutes }],
  flexibleMinutes: null,
  unpaidBreakMinutes: 0,
  paidBreakMinutes: 0,
});
const everyDay = { name: 'x', cycleDays: 1, startsOn: '2026-01-01', observesHolidays: true };
const always = { from: '2026-01-01', to: null, offsetDays: 0 };

/** Two sites with the same hours by their own clocks; everybody of Sales works late. */
const ROWS: ScheduleRows = {
  sites: [site('berlin', 'Europe/Berlin'), site('kathmandu', 'Asia/Kathmandu')],
  shifts: [shift('early', 360, 840), shift('late', 840, 1320)],
  patterns: [
    { id: 'early', ...everyDay, days: [{ day: 0, shiftId: 'early' }] },
    { id: 'late', ...everyDay, days: [{ day: 0, shiftId: 'late' }] },
  ],
  assignments: [
    { id: '1', ...always, patternId: 'early', scope: 'SITE', scopeId: 'berlin' },
    { id: '2', ...always, patternId: 'early', scope: 'SITE', scopeId: 'kathmandu' },
    { id: '3', ...always, patternId: 'late', scope: 'DEPARTMENT', scopeId: 'sales' },
  ],
  changes: [{ id: 'c', employeeId: 'ana', date: '2026-03-03', shiftId: null }],
  holidays: [{ siteId: 'berlin', date: '2026-03-04', name: 'Holiday', part: 'WHOLE' }],
  leaves: [{ id: 'l', employeeId: 'bea', from: '2026-03-03', to: '2026-03-03', part: 'FIRST_HALF', kind: 'annual' }],
};

class RowsAtHand extends ScheduleRepository {
  constructor() {
    super(undefined as never);
  }
  override read = async () => ROWS;
}

const load = () => new ScheduleReader({ schedules: new RowsAtHand() }).load({ from: '2026-03-02', to: '2026-03-04' });

describe('the schedules of several sites, read at once', () => {
  it.each([
    ['ana', 'berlin', 'production', '2026-03-02', ['2026-03-02T05:00:00.000Z', '2026-03-02T13:00:00.000Z']],
    ['ana', 'berlin', 'production', '2026-03-03', []],
    ['ana', 'berlin', 'production', '2026-03-04', []],
    ['bea', 'berlin', 'production', '2026-03-03', ['2026-03-03T09:00:00.000Z', '2026-03-03T13:00:00.000Z']],
    ['cem', 'kathmandu', 'production', '2026-03-04', ['2026-03-04T00:15:00.000Z', '2026-03-04T08:15:00.000Z']],
    ['dan', 'kathmandu', 'sales', '2026-03-02', ['2026-03-02T08:15:00.000Z', '2026-03-02T16:15:00.000Z']],
  ])('say when %s of %s, %s, is expected on %s', async (id, siteId, departmentId, date, times) => {
    const { segments } = (await load()).rosterOf({ id, siteId, departmentId }).expectedOn(date);
    expect(segments.flatMap(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])).toEqual(times);
  });

  it('give each site its own holidays', async () => {
    const schedules = await load();
    expect(schedules.dataOf('berlin').holidays).toHaveLength(1);
    expect(schedules.dataOf('kathmandu')).toMatchObject({ holidays: [], site: { timeZone: 'Asia/Kathmandu' } });
  });

  it('know nothing of a site that was not read', async () => {
    const schedules = await load();
    expect(() => schedules.rosterOf({ id: 'eva', siteId: 'lima', departmentId: null })).toThrow('lima were not read');
  });
});
