export type AttendanceKind = 'CHECK_IN' | 'CHECK_OUT';
/** PUNCH is what happened at a device; the others correct the log without changing it. */
export type EventAction = 'PUNCH' | 'ADD' | 'MOVE' | 'VOID' | 'RESTORE';

/** A row of the append-only log. */
export interface LogEntry {
  id: string;
  employeeId: string;
  action: EventAction;
  /** Of PUNCH and ADD; of a MOVE where it makes a check-in of a check-out or back. Null otherwise. */
  kind: AttendanceKind | null;
  /** By the server's clock, when it came in. */
  recordedAt: Date;
  /** By the device's clock, when it was made; null where the device has none to go by. */
  capturedAt: Date | null;
  /** How far the device's clock was ahead of the server's (negative: behind), in milliseconds; null where nobody knows. */
  clockOffsetMs: number | null;
  /** Whether it was kept on the device while there was no connection. */
  isDeferred: boolean;
  /** The time that ADD and MOVE give; null otherwise. */
  correctedTime: Date | null;
  /** The event that MOVE, VOID and RESTORE are about, or another correction of it; null otherwise. */
  targetId: string | null;
  /** Who sent it, as "user:…" or "kiosk:…". */
  source: string;
  /** Why, of corrections. */
  reason: string | null;
}

/**
 * When a punch counts: with a connection at the server's time; without one at the device's, put right by how far its
 * clock is known to be off, and never later than it came in.
 */
export function punchTime(entry: Pick<LogEntry, 'recordedAt' | 'capturedAt' | 'clockOffsetMs' | 'isDeferred'>): Date {
  const { recordedAt, capturedAt, clockOffsetMs, isDeferred } = entry;
  if (!isDeferred || !capturedAt) return recordedAt;
  return new Date(Math.min(recordedAt.getTime(), capturedAt.getTime() - (clockOffsetMs ?? 0)));
}

/** Whether the time of a punch rests on a clock that nobody could check. */
export function isTimeUnsure({ isDeferred, capturedAt, clockOffsetMs }: LogEntry): boolean {
  return isDeferred && (capturedAt === null || clockOffsetMs === null);
}
