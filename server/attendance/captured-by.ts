import { DomainError } from '../errors.js';
import { callerOf, type Context } from '../graphql/context.js';
import type { DeferredPunch } from './attendance.input.js';
import { MAX_CLOCK_OFFSET_MS, type Captured } from './deferred-punch.rules.js';

/**
 * When a device says that a punch was made, and how far its clock is off: as measured at its last heartbeat, or else as it
 * says. Null for one that comes as it is made. Throws BAD_USER_INPUT.
 */
export function capturedBy(
  { deferred, idempotencyKey }: { deferred?: DeferredPunch | null; idempotencyKey?: string | null },
  context: Context,
): Captured | null {
  if (!deferred) return null;
  if (!idempotencyKey) {
    throw new DomainError(
      'BAD_USER_INPUT',
      'idempotencyKey: a punch that was kept needs one, to be sent again safely.',
    );
  }
  const said = deferred.clockOffsetMs ?? null;
  if (said !== null && Math.abs(said) > MAX_CLOCK_OFFSET_MS) {
    throw new DomainError(
      'BAD_USER_INPUT',
      'deferred.clockOffsetMs: must be at most a day. Leave out what is not known.',
    );
  }
  return { capturedAt: deferred.capturedAt, clockOffsetMs: callerOf(context).kiosk?.clockOffsetMs ?? said };
}
