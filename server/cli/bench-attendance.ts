import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttendanceReader } from '../attendance/attendance-reader.js';
import { AttendanceListRepository } from '../attendance/attendance-list.repository.js';
import { PolicyRepository } from '../attendance/policy.repository.js';
import { PresenceReader } from '../attendance/presence-reader.js';
import { PresenceRepository } from '../attendance/presence.repository.js';
import { SummaryRepository } from '../attendance/summary.repository.js';
import { SummaryService } from '../attendance/summary.service.js';
import { loadConfig } from '../config.js';
import type { DatabaseLocation } from '../database-location.js';
import { migrateSqlite } from '../database/migrate.js';
import { openDatabase } from '../database/start-database.js';
import { installation } from '../installation.js';
import { ScheduleReader } from '../schedules/schedule-reader.js';
import { ScheduleRepository } from '../schedules/schedule.repository.js';
import { fillAttendance } from './bench-attendance-data.js';
import { fillPostgresql, withBenchDatabase } from './bench-attendance-postgresql.js';
import { EVERYBODY } from '../scope.js';

const WARM_UP = 15;
const READINGS = 21;
const LAST_DATE = '2026-03-31';
/** The afternoon of the last date. */
const NOW = new Date('2026-03-31T15:00:00Z');
const PAGE = 50;

export interface AttendanceFigures {
  /** Events in the log. */
  rows: number;
  /** Medians. A page of 50 day records: the slowest of the first, one far back, and one of each filter. */
  pageMs: number;
  presenceMs: number;
  /** A month of 1,000 people: the slower of by employee and by day. */
  summaryMs: number;
}

/**
 * npm run bench -- attendance --rows N [--json]: how long readers wait for what is read most, at N events; on the PostgreSQL
 * server of DATABASE_URL where that names one.
 */
export async function benchAttendance({ rows = 100_000, json }: { rows?: number; json: boolean }): Promise<void> {
  const { database } = loadConfig();
  const measureFilled = async (location: DatabaseLocation, fill: () => void | Promise<void>): Promise<void> => {
    const started = performance.now();
    await fill();
    if (!json) console.log(`Made ${rows} events in ${Math.round((performance.now() - started) / 1000)} s.`);
    const figures = await measureAttendance(location, rows, json);
    console.log(json ? JSON.stringify(figures) : figures);
  };
  if (database.engine === 'postgresql') {
    return withBenchDatabase(
      database,
      () => NOW,
      (made) => measureFilled(made, () => fillPostgresql(made, rows, LAST_DATE)),
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  try {
    const file = join(folder, 'rollcall.db');
    migrateSqlite({ file, migrationsDir: installation.migrationsDir, now: () => NOW });
    await measureFilled({ engine: 'sqlite', file }, () => fillAttendance(file, rows, LAST_DATE));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function measureAttendance(
  location: DatabaseLocation,
  rows: number,
  json: boolean,
): Promise<AttendanceFigures> {
  const database = await openDatabase(location);
  const clock = { now: () => NOW };
  const policies = new PolicyRepository(database);
  const schedules = new ScheduleReader({ schedules: new ScheduleRepository(database) });
  const lists = new AttendanceListRepository(database);
  const reader = new AttendanceReader({ lists, policies, clock });
  const presence = new PresenceReader({ presence: new PresenceRepository(database), schedules, policies, clock });
  const summaries = new SummaryService({ summaries: new SummaryRepository(database) });
  const middle = await lists.listDays(EVERYBODY, { to: '2026-03-10' }, 1, null);
  const after = Buffer.from(JSON.stringify([middle[0]!.date, middle[0]!.id])).toString('base64url');
  const month = { from: '2026-03-01', to: '2026-03-31' };

  const timed = async (name: string, work: () => Promise<unknown>): Promise<number> => {
    const { ms, processorMs } = await measure(work);
    if (!json) console.log(`${name}: ${ms.toFixed(1)} ms, of the processor ${processorMs.toFixed(1)} ms`);
    return ms;
  };
  const pages = [
    await timed('first page', () => reader.list(EVERYBODY, {}, { first: PAGE })),
    await timed('page far back', () => reader.list(EVERYBODY, {}, { first: PAGE, after })),
    await timed('page of late days', () => reader.list(EVERYBODY, { late: true }, { first: PAGE })),
    await timed('page of days with something missing', () =>
      reader.list(EVERYBODY, { missing: true }, { first: PAGE }),
    ),
    await timed('page of corrected days', () => reader.list(EVERYBODY, { corrected: true }, { first: PAGE })),
    await timed('page of an employee', () => reader.list(EVERYBODY, { employeeId: 'employee-0500' }, { first: PAGE })),
    await timed('page of a department', () => reader.list(EVERYBODY, { department: 'Department 3' }, { first: PAGE })),
    await timed('page of the log', () => reader.listEvents(EVERYBODY, {}, { first: PAGE })),
    await timed('page of the log of an employee', () =>
      reader.listEvents(EVERYBODY, { employeeId: 'employee-0500' }, { first: PAGE }),
    ),
    await timed('page of the log of a day long ago', () =>
      reader.listEvents(EVERYBODY, { from: new Date('2026-01-05'), to: new Date('2026-01-06') }, { first: PAGE }),
    ),
  ];
  const figures = {
    rows,
    pageMs: Math.max(...pages),
    presenceMs: await timed('presence', () => presence.count(EVERYBODY, null)),
    summaryMs: Math.max(
      await timed('month by employee', () => summaries.sum(EVERYBODY, 'EMPLOYEE', month)),
      await timed('month by day', () => summaries.sum(EVERYBODY, 'DAY', month)),
    ),
  };
  await database.close();
  return figures;
}

/** The median of how long it takes, and the mean of what it keeps a processor busy, which others on the machine do not change. */
async function measure(work: () => Promise<unknown>): Promise<{ ms: number; processorMs: number }> {
  for (let reading = 0; reading < WARM_UP; reading++) await work();
  const readings: number[] = [];
  const before = process.cpuUsage();
  for (let reading = 0; reading < READINGS; reading++) {
    const started = performance.now();
    await work();
    readings.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  const ms = readings.sort((a, b) => a - b)[Math.floor(READINGS / 2)]!;
  return { ms, processorMs: (user + system) / 1000 / READINGS };
}
