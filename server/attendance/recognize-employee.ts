import type { KioskTerms } from '../caller.js';
import type { DecisionService } from '../decisions/decision.service.js';
import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import type { LivenessLevel } from '../liveness-level.js';
import type { LookAlikeService } from '../look-alikes/look-alike.service.js';
import type { Identified, Identify } from '../recognition/identify.js';
import type { ChallengeBook } from '../recognition/liveness/challenge-book.js';
import { refuse, type Refusal } from '../refusal.js';

/** What a kiosk sends of a person. */
export interface FaceRequest {
  /** "kiosk:…" or "user:…". */
  source: string;
  photo: Buffer;
  /** Further photos of the same moment, in order: the movement that was asked for, or a few still ones. */
  frames: readonly Buffer[];
  /** What is asked for besides a face at this source. */
  liveness: LivenessLevel;
  /** What else holds at a kiosk; null where the photo is not from one. */
  terms: KioskTerms | null;
  /** Of the challenge that the frames answer. */
  challengeId: string | null;
}

/** A face found in the gallery, with the employee it belongs to. */
export interface Recognized {
  outcome: 'matched';
  employee: Employee;
  /** 0..1, the probability that it is them. */
  confidence: number;
  /** The first encoder's own distance to the nearest template. */
  distance: number;
  /** Where the decision can be looked up. */
  decisionId: string;
  /** The photo as it may be kept. */
  jpeg: Buffer;
}

export type RecognizeEmployee = (request: FaceRequest) => Promise<Recognized | Refusal>;

/** Who is on a photo, as an employee who may check in. The decision is kept, the photo is not. */
export function createRecognizeEmployee(dependencies: {
  identify: Identify;
  employees: EmployeeRepository;
  decisions: DecisionService;
  challenges: ChallengeBook;
  lookAlikes: LookAlikeService;
}): RecognizeEmployee {
  const { identify, employees, decisions, challenges, lookAlikes } = dependencies;
  return async ({ source, photo, frames, liveness, challengeId }) => {
    const challenge = challengeId === null ? null : await challenges.find(source, challengeId);
    if (liveness === 'CHALLENGE' && !challenge) {
      return refuse(
        'LIVENESS_NEEDED',
        'This kiosk asks for a small movement, which takes its camera. Try again there.',
      );
    }
    const { verdict, record } = await identify({ photo, frames, liveness: { level: liveness, challenge } });
    const answer = verdict.outcome === 'refused' ? verdict : await employeeOf(verdict);
    // Who has to enter a PIN comes back with the same photos.
    const comesBack = answer.outcome === 'matched' && lookAlikes.has(answer.employee.id);
    if (challenge && !comesBack) await challenges.end(challenge);
    const outcome = answer.outcome === 'refused' ? answer.reason : 'MATCHED';
    const decisionId = await decisions.keep(source, { ...record, outcome });
    return { ...answer, decisionId };
  };

  async function employeeOf(identified: Identified): Promise<Omit<Recognized, 'decisionId'> | Refusal> {
    const { employeeId, confidence, distance, jpeg } = identified;
    const employee = await employees.find(employeeId);
    if (!employee) throw new Error(`the gallery holds an employee that the database does not: ${employeeId}`);
    if (employee.active) return { outcome: 'matched', employee, confidence, distance, jpeg };
    return refuse(
      'INACTIVE_EMPLOYEE',
      `${employee.name}, you cannot check in or out at present. Please ask your manager.`,
    );
  }
}
