import type { Employee } from '../employees/employee.repository.js';
import { newId } from '../ids.js';
import { stampOf } from '../storage/attendance-photos.js';
import type { NewPhoto } from '../storage/face-images.js';
import type { KeyedRequest } from './answer-book.js';
import type { NewEvent } from './attendance.repository.js';
import type { Captured } from './deferred-punch.rules.js';
import type { AttendanceKind } from './event-log.rules.js';

/** The face that a punch goes by: the photo as it is kept, and the decision about it (null at enrolment). */
export interface FaceEvidence {
  jpeg: Buffer;
  decisionId: string | null;
}

/** What a punch goes by; of a PIN or badge nothing is kept. */
export type Evidence = FaceEvidence | 'PIN' | 'BADGE';
export type PunchMethod = 'FACE' | 'PIN' | 'BADGE';

/** A punch that was taken with a connection, and corrects nothing. */
export const livePunch = {
  action: 'PUNCH',
  capturedAt: null,
  clockOffsetMs: null,
  isDeferred: false,
  correctedTime: null,
  targetId: null,
  reason: null,
} as const;

/** How a punch was decided. */
interface Made {
  kind: AttendanceKind;
  /** When it counts. */
  at: Date;
  captured: Captured | null;
  recordedAt: Date;
  ordinal: number;
}

/** The event of a punch, and the photo to keep with it; null where there is none. */
export function newPunch(
  { source }: KeyedRequest,
  employee: Employee,
  evidence: Evidence,
  { kind, at, captured, recordedAt, ordinal }: Made,
): { event: NewEvent; photo: (NewPhoto & { path: string }) | null } {
  const id = newId();
  const deferred = captured && { ...captured, isDeferred: true };
  const common = { ...livePunch, ...deferred, id, employeeId: employee.id, source, kind, recordedAt, ordinal };
  if (typeof evidence === 'string') {
    return { event: { ...common, method: evidence, photoPath: null, decisionId: null }, photo: null };
  }
  const folder = kind === 'CHECK_IN' ? 'Attend' : 'Leave';
  const path = `Attendance Tracker/${folder}/${employee.imageId}/${stampOf(at)}Z_${id}.jpg`;
  const { jpeg, decisionId } = evidence;
  return {
    event: { ...common, method: 'FACE', photoPath: path, decisionId },
    photo: { id, employeeId: employee.id, jpeg, path },
  };
}
