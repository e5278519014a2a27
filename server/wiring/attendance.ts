import { AnswerBook } from '../attendance/answer-book.js';
import { AttendanceListRepository } from '../attendance/attendance-list.repository.js';
import { AttendanceReader } from '../attendance/attendance-reader.js';
import { AttendanceStream } from '../attendance/attendance-stream.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { PinCheck } from '../attendance/pin-check.js';
import { PinTriesRepository } from '../attendance/pin-tries.repository.js';
import { CorrectionRequestService } from '../attendance/correction-request.service.js';
import { CorrectionWriter } from '../attendance/correction-writer.js';
import { CorrectionRepository } from '../attendance/correction.repository.js';
import { CorrectionService } from '../attendance/correction.service.js';
import { DayKeeper } from '../attendance/day-keeper.js';
import { DayRecordRepository } from '../attendance/day-record.repository.js';
import { HistoryReader } from '../attendance/history-reader.js';
import { NotMeService } from '../attendance/not-me.service.js';
import { OvertimeService } from '../attendance/overtime.service.js';
import { PeriodRepository } from '../attendance/period.repository.js';
import { PeriodService } from '../attendance/period.service.js';
import { PolicyChangeService } from '../attendance/policy-change.service.js';
import { PolicyRepository } from '../attendance/policy.repository.js';
import { PolicyService } from '../attendance/policy.service.js';
import { PresenceReader } from '../attendance/presence-reader.js';
import { PresenceRepository } from '../attendance/presence.repository.js';
import { createIdentifyWithoutFace } from '../attendance/identify-without-face.js';
import { RefusedPunchRepository } from '../attendance/refused-punch.repository.js';
import { RefusedPunchService } from '../attendance/refused-punch.service.js';
import { createRecognizeEmployee } from '../attendance/recognize-employee.js';
import { Replay } from '../attendance/replay.js';
import { SummaryRepository } from '../attendance/summary.repository.js';
import { SummaryService } from '../attendance/summary.service.js';
import type { Foundation } from './foundation.js';
import type { Recognition } from './recognition.js';
import type { Schedules } from './schedules.js';

export type Attendance = ReturnType<typeof wireAttendance>;

/** How soon after the end of a shift those who did not come are absent. */
const SETTLE_EVERY_MS = 5 * 60_000;

/** From a punch to the day record, and what changes it afterwards. */
export function wireAttendance(
  { config, clock, logger, closers, database, rows: { attendance, employees }, images, events }: Foundation,
  { identify, decisions, challenges, lookAlikes, mistakes }: Recognition,
  { schedules }: Schedules,
) {
  const policies = new PolicyRepository(database);
  const days = new DayRecordRepository(database);
  const histories = new HistoryReader({ attendance, schedules, policies });
  const periods = new PeriodRepository(database);
  const replay = new Replay({ histories, days, periods, clock });

  const pins = new PinCheck({ tries: new PinTriesRepository(database), clock });
  const refusedPunches = new RefusedPunchRepository(database);
  const punches = new AttendanceService({
    attendance,
    histories,
    answers: new AnswerBook({ attendance, clock }),
    recognize: createRecognizeEmployee({ identify, employees, decisions, challenges, lookAlikes }),
    identifyWithoutFace: createIdentifyWithoutFace({ employees, pins }),
    refusedPunches,
    lookAlikes,
    pins,
    images,
    events,
    clock,
  });

  const correctionRows = new CorrectionRepository(database);
  const writer = new CorrectionWriter({ corrections: correctionRows, histories, events, clock });
  const corrections = new CorrectionService({ corrections: correctionRows, writer, employees, mistakes, clock });
  const notMe = new NotMeService({ corrections: correctionRows, writer, employees, decisions, mistakes, clock });
  const requests = new CorrectionRequestService({ requests: correctionRows, corrections, employees, clock });
  const overtime = new OvertimeService({ approvals: correctionRows, days, replay, clock });
  const policyService = new PolicyService({ policies });
  const policyChanges = new PolicyChangeService({ policies, days, replay, clock });
  const presence = new PresenceReader({ presence: new PresenceRepository(database), schedules, policies, clock });
  const refusals = new RefusedPunchService({ refusedPunches, clock });
  const payPeriods = new PeriodService({ periods, days, replay, clock });
  const summaries = new SummaryService({ summaries: new SummaryRepository(database) });
  const reader = new AttendanceReader({ lists: new AttendanceListRepository(database), policies, clock });
  const stream = new AttendanceStream({ attendance, events });

  const keeper = new DayKeeper({ days, replay, clock });
  const settle = () =>
    void keeper.settle().catch((err: unknown) => logger.error({ err }, 'day records could not be settled'));
  closers.push(() => keeper.stop());
  const keeping = config.roles.has('worker') ? setInterval(settle, SETTLE_EVERY_MS) : undefined;
  closers.push(() => clearInterval(keeping));

  return {
    punches,
    refusals,
    reader,
    stream,
    presence,
    corrections,
    notMe,
    requests,
    overtime,
    replay,
    periods: payPeriods,
    policies: policyService,
    policyChanges,
    summaries,
  };
}
