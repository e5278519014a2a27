import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import type { Employee } from '../employees/employee.repository.js';
import { temporaryDatabase } from '../testing/temporary-database.js';
import { AttendanceRepository, type AcceptedPunch } from './attendance.repository.js';
import { columnsOfPunch, toDayRecord } from './day-row.js';
import { livePunch } from './new-punch.js';

// More than are written in one transaction.
const PEOPLE = 60;
const DATE = '2026-03-02';
const [IN, OUT] = [new Date(`${DATE}T08:00:00Z`), new Date(`${DATE}T16:00:00Z`)];

let database: Database;
let people: Employee[];
/** Transactions that wrote. */
let written: number;
let attendance: AttendanceRepository;
beforeEach(async () => {
  database = temporaryDatabase();
  await database.write(async (transaction) => {
    const { id: siteId } = await transaction.site.findFirstOrThrow();
    await transaction.department.create({ data: { id: 'quality', name: 'Quality' } });
    const data = Array.from({ length: PEOPLE }, (_, index) => {
      const id = `person-${String(index).padStart(2, '0')}`;
      const names = { name: id, imageId: id, position: 'Tester', searchText: id };
      return { id, number: index + 1, ...names, siteId, departmentId: 'quality', createdAt: IN };
    });
    await transaction.employee.createMany({ data });
  });
  people = await database.read.employee.findMany({
    include: { department: true, site: true },
    orderBy: { number: 'asc' },
  });
  written = 0;
  attendance = new AttendanceRepository({
    ...database,
    write: (work) => database.write((transaction) => (written++, work(transaction))),
  });
});

/** The first punch of a day, or with ordinal 2 the second. */
function punch(employee: Employee, ordinal = 1, more: Partial<AcceptedPunch['event']> = {}): AcceptedPunch {
  const id = `${employee.id} ${ordinal}`;
  const kind = ordinal === 1 ? 'CHECK_IN' : 'CHECK_OUT';
  const recordedAt = ordinal === 1 ? IN : OUT;
  const day = toDayRecord(columnsOfPunch(DATE, kind, recordedAt));
  const made = { method: 'PIN', source: 'kiosk:1', photoPath: null, decisionId: null } as const;
  return {
    event: { ...livePunch, ...made, id, employeeId: employee.id, ordinal, kind, recordedAt, ...more },
    employee,
    change: { date: DATE, from: DATE, to: DATE, days: [{ ...day, exceptions: [], correctedBy: [] }] },
    answer: {
      source: 'kiosk:1',
      idempotencyKey: `key of ${id}`,
      request: kind,
      eventId: id,
      refusalReason: null,
      refusalMessage: null,
      decisionId: null,
      createdAt: recordedAt,
    },
  };
}

describe('punches that come at the same time', () => {
  it('are committed together, each with its own day record and answer', async () => {
    const recorded = await Promise.all(people.map((person) => attendance.record(punch(person))));
    expect(written).toBe(2);
    const days = await database.read.attendance.findMany({
      include: { employee: true },
      orderBy: { employeeId: 'asc' },
    });
    expect(days).toHaveLength(PEOPLE);
    for (const [index, person] of people.entries()) {
      const { event, attendance: day } = recorded[index]!;
      expect(event).toMatchObject({ id: `${person.id} 1`, employee: { name: person.name }, kind: 'CHECK_IN' });
      expect(day).toMatchObject({ employeeId: person.id, date: DATE, checkInTime: IN, checkOutTime: null });
      expect(days[index]).toMatchObject({ id: day.id, employeeId: person.id, checkInTime: IN });
      const answer = await attendance.findAnswer('kiosk:1', `key of ${event.id}`);
      expect(answer).toMatchObject({ eventId: event.id, attendanceId: day.id });
    }
  });

  it('have the numbers of the log in the order in which they came', async () => {
    const recorded = await Promise.all(people.map((person) => attendance.record(punch(person))));
    expect(recorded.map((each) => each!.event.sequence)).toEqual(people.map((_, index) => index + 1));
  });

  it('bring the record of a day up to date that is there already, which keeps its id', async () => {
    const first = await Promise.all(people.slice(0, 3).map((person) => attendance.record(punch(person))));
    const next = [punch(people[0]!, 2), punch(people[3]!), punch(people[2]!, 2)];
    const second = await Promise.all(next.map((each) => attendance.record(each)));
    expect(second.map((each) => each!.attendance.checkOutTime)).toEqual([OUT, null, OUT]);
    expect(second[0]!.attendance.id).toBe(first[0]!.attendance.id);
    const stored = await database.read.attendance.findMany({ orderBy: { employeeId: 'asc' } });
    expect(stored.map(({ checkInTime, checkOutTime }) => [checkInTime, checkOutTime])).toEqual([
      [null, OUT],
      [IN, null],
      [null, OUT],
      [IN, null],
    ]);
  });

  it('do not take each other along where one of them comes second', async () => {
    await attendance.record(punch(people[1]!));
    const sameKey = punch(people[2]!);
    sameKey.answer!.idempotencyKey = `key of ${people[1]!.id} 1`;
    const asked = [punch(people[0]!), punch(people[1]!, 1, { id: 'late' }), sameKey, punch(people[3]!)];
    const outcomes = await Promise.all(asked.map((each) => attendance.record(each)));
    expect(outcomes.map((each) => each?.event.id ?? null)).toEqual([
      `${people[0]!.id} 1`,
      null,
      null,
      `${people[3]!.id} 1`,
    ]);
    expect(await database.read.attendanceEvent.count()).toBe(3);
    expect(await database.read.attendance.count()).toBe(3);
    expect(await database.read.attendanceAnswer.count()).toBe(3);
  });

  it('keep what a locked period has of their dates, and book what it lacks once', async () => {
    const locked = { id: 'march', from: '2026-03-01', to: '2026-03-31', lockedAt: IN, source: 'user:1' };
    await database.write((transaction) => transaction.payPeriod.create({ data: locked }));
    const worked = people.slice(0, 2).map((person) => {
      const made = punch(person);
      made.change.days[0]!.regularMinutes = 60;
      return made;
    });
    const recorded = await Promise.all(worked.map((each) => attendance.record(each)));
    expect(await database.read.attendance.count()).toBe(0);
    expect(recorded.map((each) => each!.attendance.id)).toEqual(worked.map(({ event }) => event.id));
    const booked = await database.read.adjustment.findMany({ orderBy: { employeeId: 'asc' } });
    expect(booked.map(({ employeeId, date, minutes }) => [employeeId, date, minutes])).toEqual([
      [people[0]!.id, DATE, 60],
      [people[1]!.id, DATE, 60],
    ]);
  });
});

describe('refusals that come at the same time', () => {
  const refusal = (idempotencyKey: string) => ({
    ...punch(people[0]!).answer!,
    idempotencyKey,
    eventId: null,
    attendanceId: null,
    refusalReason: 'NO_MATCH',
    refusalMessage: 'Nobody.',
  });

  it('are noted together, but for a key that was answered before', async () => {
    expect(await attendance.noteAnswer(refusal('b'))).toBe(true);
    const noted = await Promise.all(['a', 'b', 'c'].map((key) => attendance.noteAnswer(refusal(key))));
    expect(noted).toEqual([true, false, true]);
    expect(await database.read.attendanceAnswer.count()).toBe(3);
  });
});
