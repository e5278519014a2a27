import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AttendanceRepository } from '../attendance/attendance.repository.js';
import { DayRecordRepository } from '../attendance/day-record.repository.js';
import { HistoryReader } from '../attendance/history-reader.js';
import { PeriodRepository } from '../attendance/period.repository.js';
import { PolicyRepository } from '../attendance/policy.repository.js';
import { Replay } from '../attendance/replay.js';
import { systemClock } from '../clock.js';
import { loadConfig } from '../config.js';
import { lockDataDir } from '../database/instance-lock.js';
import { startDatabase } from '../database/start-database.js';
import { addDays } from '../schedules/local-time.rules.js';
import { ScheduleReader } from '../schedules/schedule-reader.js';
import { ScheduleRepository } from '../schedules/schedule.repository.js';

/**
 * npm run attendance:replay [-- --check] [--from 2026-01-01] [--to 2026-01-31]: derives all day records from the log again
 * and stores what differs; with --check it only lists it, and the exit code is 1 where there is anything. Ctrl+C stops it
 * after the people under way, and the next run with the same dates goes on from there. The server must not run.
 */
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, from: { type: 'string' }, to: { type: 'string' } },
});
const config = loadConfig();
const clock = systemClock;
const lock = lockDataDir(config.dataDir);
const database = await startDatabase(config.database, { now: () => clock.now() });
const [attendance, days] = [new AttendanceRepository(database), new DayRecordRepository(database)];
const schedules = new ScheduleReader({ schedules: new ScheduleRepository(database) });
const histories = new HistoryReader({ attendance, schedules, policies: new PolicyRepository(database) });
const replay = new Replay({ histories, days, periods: new PeriodRepository(database), clock });

const today = clock.now().toISOString().slice(0, 10);
const first = await days.findFirstDate();
const range = { from: values.from ?? (first ? addDays(first, -1) : today), to: values.to ?? addDays(today, 1) };
const everybody = await days.listPeople();
const progressFile = join(config.dataDir, 'attendance-replay.json');
const doneBefore = values.check ? null : readProgress();
const people = everybody.filter(({ id }) => doneBefore === null || id > doneBefore);
if (people.length < everybody.length) console.log(`Going on after ${everybody.length - people.length} people.`);

let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isStopped = true));
const request = {
  people,
  ...range,
  isStopped: () => isStopped,
  onProgress: (done: number) => {
    console.error(`${done} of ${people.length} people`);
    if (!values.check) writeFileSync(progressFile, JSON.stringify({ ...range, lastId: people[done - 1]!.id }));
  },
};

if (values.check) {
  const found = await replay.compare(request);
  for (const { employeeId, date, column, before, after } of found) {
    console.log(`${date} ${employeeId} ${column}: ${before ?? '-'} -> ${after ?? '-'}`);
  }
  console.log(found.length === 0 ? 'All day records are as they follow.' : `${found.length} differences.`);
  if (found.length > 0 || isStopped) process.exitCode = 1;
} else {
  const changed = await replay.rebuild(request);
  if (!isStopped) rmSync(progressFile, { force: true });
  console.log(`${isStopped ? 'Stopped' : 'Done'}: ${changed} values of day records changed.`);
}
await database.close();
lock.release();

/** The last of those who were done when a run over the same dates was stopped; null for none. */
function readProgress(): string | null {
  if (!existsSync(progressFile)) return null;
  const { from, to, lastId } = JSON.parse(readFileSync(progressFile, 'utf8')) as typeof range & { lastId: string };
  return from === range.from && to === range.to ? lastId : null;
}
