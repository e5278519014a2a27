import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { ScheduleReader } from '../schedules/schedule-reader.js';
import { ScheduleRepository } from '../schedules/schedule.repository.js';
import { temporaryDatabase } from '../testing/temporary-database.js';
import { TestClock } from '../testing/test-clock.js';
import { AttendanceRepository } from './attendance.repository.js';
import { livePunch } from './new-punch.js';
import { DayKeeper } from './day-keeper.js';
import { DayRecordRepository } from './day-record.repository.js';
import { HistoryReader } from './history-reader.js';
import { PeriodRepository } from './period.repository.js';
import { PolicyRepository } from './policy.repository.js';
import { Replay } from './replay.js';

// Ana and Bo work from 08:00 to 16:00 UTC every day.

let database: Database;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock('2026-03-02T07:00:00Z');
  database = temporaryDatabase();
  await database.write(async (transaction) => {
    const { id: siteId } = await transaction.site.findFirstOrThrow();
    await transaction.site.update({ where: { id: siteId }, data: { timeZone: 'UTC' } });
    await transaction.department.create({ data: { id: 'quality', name: 'Quality' } });
    for (const [index, id] of ['ana', 'bo'].entries()) {
      const names = { name: id, imageId: id, position: 'Tester', searchText: id };
      const placed = { siteId, departmentId: 'quality', createdAt: clock.now() };
      await transaction.employee.create({ data: { id, number: index + 1, ...names, ...placed } });
    }
    const segments = { create: { startsAtMinutes: 480, endsAtMinutes: 960 } };
    const breaks = { unpaidBreakMinutes: 0, paidBreakMinutes: 0 };
    await transaction.shift.create({ data: { id: 'day', name: 'Day', ...breaks, segments } });
    const days = { create: { day: 0, shiftId: 'day' } };
    const cycle = { cycleDays: 1, startsOn: '2026-01-01', observesHolidays: true };
    await transaction.pattern.create({ data: { id: 'daily', name: 'Daily', ...cycle, days } });
    const assignment = { id: 'assignment', patternId: 'daily', siteId, from: '2026-01-01', offsetDays: 0 };
    await transaction.assignment.create({ data: assignment });
  });
});

function setUp() {
  const attendance = new AttendanceRepository(database);
  const days = new DayRecordRepository(database);
  const schedules = new ScheduleReader({ schedules: new ScheduleRepository(database) });
  const histories = new HistoryReader({ attendance, schedules, policies: new PolicyRepository(database) });
  const replay = new Replay({ histories, days, periods: new PeriodRepository(database), clock });
  return { attendance, days, replay, keeper: new DayKeeper({ days, replay, clock }) };
}

const blank = { photoPath: null, decisionId: null };
const punched = (ordinal: number, kind: 'CHECK_IN' | 'CHECK_OUT', at: string) => ({
  id: `event-${ordinal}`,
  employeeId: 'ana',
  ordinal,
  kind,
  method: 'IMPORT' as const,
  source: 'test',
  ...blank,
  ...livePunch,
  recordedAt: new Date(at),
});

async function records(): Promise<string[]> {
  const rows = await database.read.attendance.findMany({ orderBy: [{ date: 'asc' }, { employeeId: 'asc' }] });
  return rows.map(({ date, employeeId, status, workedMinutes, exceptions }) =>
    `${date} ${employeeId} ${status} ${workedMinutes} ${exceptions}`.trim(),
  );
}

function changedByHand(column: string, value: unknown): unknown {
  if (column === 'status') return 'LEAVE';
  if (column.endsWith('Time') || column === 'openSince') return new Date('2026-03-02T10:00:00Z');
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : 'other';
}

describe('a replay', () => {
  const week = { from: '2026-03-01', to: '2026-03-08' };

  it('makes the records that follow, finds no difference then, and changes nothing another time', async () => {
    const { attendance, days, replay } = setUp();
    await attendance.import([
      punched(1, 'CHECK_IN', '2026-03-02T08:10:00Z'),
      punched(2, 'CHECK_OUT', '2026-03-02T16:00:00Z'),
    ]);
    clock.set('2026-03-03T17:00:00Z');
    const request = { people: await days.listPeople(), ...week };
    expect(await replay.compare(request)).not.toEqual([]);
    await replay.rebuild(request);
    expect(await records()).toEqual([
      '2026-03-02 ana PRESENT 470 LATE',
      '2026-03-02 bo ABSENT 0',
      '2026-03-03 ana ABSENT 0',
      '2026-03-03 bo ABSENT 0',
    ]);
    expect(await replay.compare(request)).toEqual([]);
    expect(await replay.rebuild(request)).toBe(0);
  });

  it('names what somebody changed by hand, and puts it right', async () => {
    const { attendance, days, replay } = setUp();
    await attendance.import([punched(1, 'CHECK_IN', '2026-03-02T08:00:00Z')]);
    clock.set('2026-03-02T09:00:00Z');
    const request = { people: await days.listPeople({ employeeId: 'ana' }), ...week };
    await replay.rebuild(request);
    await database.write((transaction) => transaction.attendance.updateMany({ data: { workedMinutes: 999 } }));
    const found = { employeeId: 'ana', date: '2026-03-02', column: 'workedMinutes', before: 999, after: 0 };
    expect(await replay.compare(request)).toEqual([found]);
    expect(await replay.rebuild(request)).toBe(1);
  });

  it('finds every derived column that was changed by hand, and puts it right', async () => {
    const { attendance, days, replay } = setUp();
    await attendance.import([punched(1, 'CHECK_IN', '2026-03-02T08:00:00Z')]);
    clock.set('2026-03-02T09:00:00Z');
    const request = { people: await days.listPeople({ employeeId: 'ana' }), ...week };
    await replay.rebuild(request);
    const row = await database.read.attendance.findFirstOrThrow();
    const derived = Object.keys(row).filter((column) => !['id', 'employeeId', 'date'].includes(column));
    for (const column of derived as (keyof typeof row)[]) {
      const data = { [column]: changedByHand(column, row[column]) };
      await database.write((transaction) => transaction.attendance.updateMany({ data }));
      expect((await replay.compare(request)).map((each) => each.column)).toEqual([column]);
      expect(await replay.rebuild(request)).toBe(1);
      expect(await database.read.attendance.findFirst()).toEqual(row);
    }
  });

  it('stops when it is told to', async () => {
    const { days, replay } = setUp();
    clock.set('2026-03-02T17:00:00Z');
    const request = { people: await days.listPeople(), ...week, isStopped: () => true };
    expect(await replay.rebuild(request)).toBe(0);
    expect(await records()).toEqual([]);
  });
});

describe('storing records', () => {
  it('is left to whoever punched since the log was read', async () => {
    const { attendance, days } = setUp();
    await attendance.import([punched(1, 'CHECK_IN', '2026-03-02T08:00:00Z')]);
    const nothing = { from: '2026-03-02', to: '2026-03-02', days: [] };
    expect(await days.store('ana', 0, nothing, clock.now())).toBeNull();
    expect(await days.store('ana', 1, nothing, clock.now())).toEqual([]);
  });
});

describe('the keeper of days', () => {
  it('notes who is expected, then who did not come', async () => {
    const { keeper } = setUp();
    clock.set('2026-03-02T15:59:00Z');
    await keeper.settle();
    expect(await records()).toEqual(['2026-03-02 ana EXPECTED 0', '2026-03-02 bo EXPECTED 0']);
    clock.set('2026-03-02T16:00:00Z');
    await keeper.settle();
    expect(await records()).toEqual(['2026-03-02 ana ABSENT 0', '2026-03-02 bo ABSENT 0']);
  });

  it('ends what has been open for too long, and catches up on days on which it was off', async () => {
    const { attendance, keeper } = setUp();
    await attendance.import([punched(1, 'CHECK_IN', '2026-03-02T08:00:00Z')]);
    clock.set('2026-03-02T17:00:00Z');
    await keeper.settle();
    clock.set('2026-03-05T09:00:00Z');
    await keeper.settle();
    expect((await records()).filter((record) => record.includes('ana'))).toEqual([
      '2026-03-02 ana PRESENT 0 MISSING_CHECK_OUT',
      '2026-03-03 ana ABSENT 0',
      '2026-03-04 ana ABSENT 0',
      '2026-03-05 ana EXPECTED 0',
    ]);
  });
});
