import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { addDays } from '../schedules/local-time.rules.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import { approvalInput } from './correction-input.js';
import type { CorrectionRepository } from './correction.repository.js';
import type { DayRecordRepository } from './day-record.repository.js';
import type { OvertimeApproval } from './overtime.rules.js';
import type { Replay } from './replay.js';

/** Agrees to overtime. */
export class OvertimeService {
  constructor(
    private readonly dependencies: {
      approvals: CorrectionRepository;
      days: DayRecordRepository;
      replay: Replay;
      clock: Clock;
    },
  ) {}

  /** So many minutes of a date; the last approval of a date holds. Throws BAD_USER_INPUT or NOT_FOUND. */
  async approve(scope: Scope, input: unknown, source: string): Promise<OvertimeApproval> {
    const { approvals, days, replay, clock } = this.dependencies;
    const details = parseInput(approvalInput, input);
    const approval = { id: newId(), ...details, recordedAt: clock.now(), source };
    await approvals.approveOvertime(scope, approval);
    const people = await days.listPeople({ employeeId: details.employeeId });
    await replay.rebuild({ people, from: details.date, to: addDays(details.date, 6) });
    return approval;
  }
}
