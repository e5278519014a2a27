import type { AttendanceKind, EventAction, PersonDay_AttendanceEventFragment } from '../gql/graphql';

type LogEvent = PersonDay_AttendanceEventFragment;

/** A punch as it counts now, with all that happened to it. */
export interface TimelinePunch {
  /** Of the event that corrections name. */
  id: string;
  kind: AttendanceKind;
  at: string;
  method: LogEvent['method'];
  source: string;
  isVoid: boolean;
  /** Nobody made it at a device. */
  isAdded: boolean;
  isDeferred: boolean;
  history: {
    id: string;
    action: Exclude<EventAction, 'PUNCH'>;
    recordedAt: string;
    source: string;
    reason: string;
    from: string | null;
    to: string | null;
  }[];
}

/** Between which instants something belongs to a day; `end` is no part of it. */
export interface DayWindow {
  start: string;
  end: string;
}

/** The punches of a window, earliest first, each with its corrections; one that was moved out of the window is there too. */
export function dayTimeline(events: readonly LogEvent[], window: DayWindow): TimelinePunch[] {
  const inOrder = [...events].sort((a, b) => compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id));
  const punches = new Map<string, TimelinePunch & { times: string[] }>();
  for (const event of inOrder) {
    const { action } = event;
    if (action === 'PUNCH' || action === 'ADD') {
      const at = (action === 'ADD' ? event.correctedTime : null) ?? event.at;
      const { id, kind, method, source, isDeferred } = event;
      const isAdded = action === 'ADD';
      punches.set(id, { id, kind, at, method, source, isVoid: false, isAdded, isDeferred, history: [], times: [at] });
      if (isAdded) punches.get(id)?.history.push(historyOf(event, 'ADD', null, at));
      continue;
    }
    const punch = punches.get(event.targetId ?? '');
    if (!punch) continue;
    const before = punch.at;
    if (action === 'MOVE') {
      punch.at = event.correctedTime ?? punch.at;
      punch.kind = event.kind;
      punch.times.push(punch.at);
    } else {
      punch.isVoid = action === 'VOID';
    }
    punch.history.push(
      historyOf(event, action, action === 'MOVE' ? before : null, action === 'MOVE' ? punch.at : null),
    );
  }
  return [...punches.values()]
    .filter(({ times }) => times.some((at) => isWithin(at, window)))
    .map(({ times: _times, ...punch }) => punch)
    .sort((a, b) => compare(a.at, b.at));
}

function historyOf(event: LogEvent, action: Exclude<EventAction, 'PUNCH'>, from: string | null, to: string | null) {
  const { id, recordedAt, source, reason } = event;
  return { id, action, recordedAt, source, reason: reason ?? '', from, to };
}

const instant = (iso: string): number => Date.parse(iso);
const isWithin = (at: string, { start, end }: DayWindow): boolean =>
  instant(start) <= instant(at) && instant(at) < instant(end);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
