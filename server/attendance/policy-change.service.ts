import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { addDays } from '../schedules/local-time.rules.js';
import type { Scope } from '../schedules/schedule.rules.js';
import { EVERYBODY, type Scope as CallerScope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { DayRecordRepository } from './day-record.repository.js';
import { policyPlaceInput } from './policy-input.js';
import type { PolicyAssignmentRow, PolicyPlace, PolicyRepository } from './policy.repository.js';
import type { PolicyAssignment } from './policy.rules.js';
import type { RecordDifference, Replay, ReplayRequest } from './replay.js';

/** Puts a policy into force for somebody, after showing what that changes. */
export class PolicyChangeService {
  constructor(
    private readonly dependencies: {
      policies: PolicyRepository;
      days: DayRecordRepository;
      replay: Replay;
      clock: Clock;
    },
  ) {}

  /** Which columns of which days would change, of people in the scope. Throws BAD_USER_INPUT or NOT_FOUND. */
  async preview(scope: CallerScope, input: unknown): Promise<RecordDifference[]> {
    const place = parseInput(policyPlaceInput, input);
    await this.dependencies.policies.refuseMissing(scope, place);
    return this.dependencies.replay.compare(await this.requestOf(scope, place), [supposed(place)]);
  }

  /** Does it, and brings the records up to date. Throws BAD_USER_INPUT or NOT_FOUND. */
  async apply(input: unknown, source: string): Promise<{ assignment: PolicyAssignmentRow; changes: number }> {
    const { policies, replay, clock } = this.dependencies;
    const place = parseInput(policyPlaceInput, input);
    const assignment = await policies.assign({ id: newId(), ...place, createdAt: clock.now(), source });
    return { assignment, changes: await replay.rebuild(await this.requestOf(EVERYBODY, place)) };
  }

  private async requestOf(
    scope: CallerScope,
    { from, to, siteId, departmentId, employeeId }: PolicyPlace,
  ): Promise<ReplayRequest> {
    const today = addDays(this.dependencies.clock.now().toISOString().slice(0, 10), 1);
    const people = await this.dependencies.days.listPeople({ scope, siteId, departmentId, employeeId });
    // The week in which it ends may have other overtime by it.
    return { people, from, to: to === null ? today : addDays(to, 6) };
  }
}

/** As if it were assigned already: the newest, as its id will be. */
function supposed({ policyId, siteId, departmentId, employeeId, from, to }: PolicyPlace): PolicyAssignment {
  const [scope, scopeId]: [Scope, string] = siteId
    ? ['SITE', siteId]
    : departmentId
      ? ['DEPARTMENT', departmentId]
      : ['EMPLOYEE', employeeId!];
  return { id: newId(), policyId, scope, scopeId, from, to };
}
