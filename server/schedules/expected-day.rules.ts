import { instantOf, MINUTE_MS } from './local-time.rules.js';
import type { DayPart, ExpectedDay, Segment, Shift } from './schedule.rules.js';

/** What takes a part of a day off the schedule. */
export interface TimeOff {
  holidays: readonly DayPart[];
  /** The first that takes a half counts for it. */
  leaves: readonly { part: DayPart; kind: string }[];
}

/**
 * What the shifts of a date come to in real time. A holiday goes before a leave, which therefore costs nothing on it.
 * The halves of a day meet where half of its time, breaks included, is over; each half is half of the scheduled minutes
 * (of an odd number the first is the smaller).
 */
export function expectedDay(timeZone: string, date: string, shifts: readonly Shift[], timeOff: TimeOff): ExpectedDay {
  const timed = shifts.map((shift) => ({ shift, segments: segmentsOf(timeZone, date, shift) }));
  const minutes = sum(timed.map(({ shift, segments }) => netMinutes(shift, segments)));
  const first = Math.floor(minutes / 2);
  const halves = [halfDay('FIRST_HALF', first, timeOff), halfDay('SECOND_HALF', minutes - first, timeOff)];
  const minutesOff = (off: HalfDay['off']) =>
    sum(halves.filter((each) => each.off === off).map((each) => each.minutes));
  const whole = timed.flatMap(({ segments }) => segments).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return {
    date,
    segments: halves.every(({ off }) => off === null)
      ? whole
      : halves.filter(({ off }) => off === null).flatMap(({ half }) => halfOf(whole, half)),
    isFlexible: shifts.some(({ flexibleMinutes }) => flexibleMinutes !== null),
    scheduledMinutes: minutesOff(null),
    holidayMinutes: minutesOff('HOLIDAY'),
    leaveMinutes: minutesOff('LEAVE'),
    leaveKind: halves.find(({ leaveKind }) => leaveKind !== null)?.leaveKind ?? null,
    paidBreakMinutes: sum(shifts.map(({ paidBreakMinutes }) => paidBreakMinutes)),
  };
}

type Half = Exclude<DayPart, 'WHOLE'>;

interface HalfDay {
  half: Half;
  minutes: number;
  off: 'HOLIDAY' | 'LEAVE' | null;
  leaveKind: string | null;
}

function halfDay(half: Half, minutes: number, { holidays, leaves }: TimeOff): HalfDay {
  const takes = (part: DayPart) => part === 'WHOLE' || part === half;
  if (holidays.some(takes)) return { half, minutes, off: 'HOLIDAY', leaveKind: null };
  const leave = leaves.find(({ part }) => takes(part));
  return { half, minutes, off: leave ? 'LEAVE' : null, leaveKind: leave?.kind ?? null };
}

/** A segment that starts in the hour that the clocks skip and ends so soon after it that nothing is left has no place. */
function segmentsOf(timeZone: string, date: string, shift: Shift): Segment[] {
  return shift.segments
    .map(({ startsAtMinutes, endsAtMinutes }) => ({
      startsAt: instantOf(timeZone, date, startsAtMinutes),
      endsAt: instantOf(timeZone, date, endsAtMinutes),
    }))
    .filter((segment) => lengthOf(segment) > 0);
}

function netMinutes({ flexibleMinutes, unpaidBreakMinutes }: Shift, segments: readonly Segment[]): number {
  return flexibleMinutes ?? Math.max(0, sum(segments.map(lengthOf)) / MINUTE_MS - unpaidBreakMinutes);
}

/** The segments before or after the moment at which half of their time is over. */
function halfOf(segments: readonly Segment[], half: Half): Segment[] {
  let left = sum(segments.map(lengthOf)) / 2;
  return segments
    .map((segment) => {
      const first = Math.min(Math.max(left, 0), lengthOf(segment));
      left -= lengthOf(segment);
      const middle = new Date(segment.startsAt.getTime() + first);
      return half === 'FIRST_HALF' ? { ...segment, endsAt: middle } : { ...segment, startsAt: middle };
    })
    .filter((segment) => lengthOf(segment) > 0);
}

const lengthOf = ({ startsAt, endsAt }: Segment): number => endsAt.getTime() - startsAt.getTime();
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
