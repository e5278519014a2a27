import { isTimeUnsure, punchTime, type AttendanceKind, type LogEntry } from './event-log.rules.js';

/** A punch as it counts, after all corrections. */
export interface Punch {
  id: string;
  kind: AttendanceKind;
  at: Date;
  /** Taken at a clock that nobody could check, and not put right by a correction. */
  isTimeUnsure: boolean;
  /** Who made it other than it was; empty when it is as it was recorded. */
  correctedBy: readonly string[];
}

/** Where a correction took something away: a voided punch, or the place from which one was moved. */
export interface Vacated {
  kind: AttendanceKind;
  at: Date;
  correctedBy: readonly string[];
}

export interface EffectivePunches {
  /** In the order of their time. */
  punches: Punch[];
  vacated: Vacated[];
}

interface State {
  kind: AttendanceKind;
  at: Date;
  isVoid: boolean;
}

/**
 * One person's punches after all corrections. The log may come in any order: corrections are applied by recordedAt, then
 * id. The last MOVE says when (and, if it says so, what); VOID takes out, RESTORE brings back. A correction of nothing
 * that is in the log has no effect, and corrections that undo each other leave no trace here, only in the log.
 */
export function effectivePunches(log: readonly LogEntry[]): EffectivePunches {
  const ordered = [...log].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1));
  const byId = new Map(ordered.map((entry) => [entry.id, entry]));
  const corrections = new Map<string, LogEntry[]>();
  for (const entry of ordered) {
    const root = isOriginal(entry) ? null : rootOf(entry, byId);
    if (root) corrections.set(root.id, [...(corrections.get(root.id) ?? []), entry]);
  }
  const settled = ordered.filter(isOriginal).map((root) => settle(root, corrections.get(root.id) ?? []));
  return {
    punches: settled.flatMap(({ punch }) => punch ?? []).sort(byTime),
    vacated: settled.flatMap(({ vacated }) => vacated ?? []),
  };
}

function settle(root: LogEntry, corrections: readonly LogEntry[]): { punch: Punch | null; vacated: Vacated | null } {
  const before = originalState(root);
  const after = corrections.reduce(correct, before);
  const isAdded = root.action === 'ADD';
  const isMoved = after.at.getTime() !== before.at.getTime() || after.kind !== before.kind;
  const isChanged = isAdded ? !after.isVoid : after.isVoid || isMoved;
  const correctedBy = isChanged ? sources(isAdded ? [root, ...corrections] : corrections) : [];
  const { kind, at, isVoid } = after;
  const punch = { id: root.id, kind, at, isTimeUnsure: isTimeUnsure(root) && !isMoved, correctedBy };
  return {
    punch: isVoid ? null : punch,
    vacated: isChanged && !isAdded ? { kind: before.kind, at: before.at, correctedBy } : null,
  };
}

function originalState(root: LogEntry): State {
  const at = root.action === 'ADD' ? root.correctedTime : punchTime(root);
  if (!root.kind || !at) throw new Error(`a ${root.action} in the log has no kind or no time: ${root.id}`);
  return { kind: root.kind, at, isVoid: false };
}

function correct(state: State, { action, kind, correctedTime }: LogEntry): State {
  switch (action) {
    case 'MOVE':
      return { ...state, kind: kind ?? state.kind, at: correctedTime ?? state.at };
    case 'VOID':
      return { ...state, isVoid: true };
    case 'RESTORE':
      return { ...state, isVoid: false };
    case 'PUNCH':
    case 'ADD':
      return state;
  }
}

const isOriginal = ({ action }: LogEntry): boolean => action === 'PUNCH' || action === 'ADD';

/** The punch that a chain of corrections is about; null where it leads nowhere or in a circle. */
function rootOf(correction: LogEntry, byId: ReadonlyMap<string, LogEntry>): LogEntry | null {
  let entry: LogEntry | undefined = correction;
  for (let steps = 0; entry && steps <= byId.size; steps++) {
    if (isOriginal(entry)) return entry.employeeId === correction.employeeId ? entry : null;
    entry = byId.get(entry.targetId ?? '');
  }
  return null;
}

const sources = (entries: readonly LogEntry[]): string[] => [...new Set(entries.map(({ source }) => source))].sort();

const byTime = (a: Punch, b: Punch): number => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);

/**
 * The corrections for a punch that was recorded for the wrong person: it is voided and, when the right person is known,
 * added to them at the time at which it counted. `newIds` are for the two rows.
 */
export function notMe(
  punch: LogEntry,
  rightEmployeeId: string | null,
  by: { source: string; reason: string; recordedAt: Date },
  newIds: readonly [voided: string, added: string],
): LogEntry[] {
  const { kind, at } = originalState(punch);
  const blank = { capturedAt: null, clockOffsetMs: null, isDeferred: false, ...by };
  const voided: LogEntry = {
    ...blank,
    id: newIds[0],
    employeeId: punch.employeeId,
    action: 'VOID',
    kind: null,
    correctedTime: null,
    targetId: punch.id,
  };
  if (rightEmployeeId === null) return [voided];
  const added: LogEntry = {
    ...voided,
    id: newIds[1],
    employeeId: rightEmployeeId,
    action: 'ADD',
    kind,
    correctedTime: at,
    targetId: null,
  };
  return [voided, added];
}
