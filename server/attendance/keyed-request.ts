import type { Caller } from '../caller.js';
import { DomainError } from '../errors.js';
import type { KeyedRequest } from './answer-book.js';
import type { PunchRequest } from './punch.rules.js';

interface Keyed {
  idempotencyKey?: string | null;
  capturedAt?: Date | null;
}

/**
 * What is asked for, by whom and as which repetition. A punch that was kept on a device needs a key, since the device
 * cannot know whether it came through before. Throws BAD_USER_INPUT without one.
 */
export function keyedRequest(
  request: PunchRequest,
  { idempotencyKey = null, capturedAt = null }: Keyed,
  { source, kiosk }: Caller,
): KeyedRequest {
  if (!capturedAt) return { request, source, idempotencyKey };
  if (idempotencyKey === null) throw new DomainError('BAD_USER_INPUT', 'idempotencyKey: is needed with capturedAt.');
  const deferral = { isDeferred: true, capturedAt, clockOffsetMs: kiosk?.clockOffsetMs ?? null } as const;
  return { request, source, idempotencyKey, deferral };
}
