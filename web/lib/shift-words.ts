import { durationWords } from './duration-words';

/** Minutes after midnight of the shift's date; 1440 and more is the day after. */
export interface TimeSpan {
  startsAtMinutes: number;
  endsAtMinutes: number;
}

export interface ShiftTimes {
  segments: readonly TimeSpan[];
  flexibleMinutes?: number | null;
  unpaidBreakMinutes: number;
}

const DAY_MINUTES = 1440;

/** 1800 -> '06:00': the time on the clock, of whichever day. */
export function clockTime(minutes: number): string {
  const ofDay = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** '22:00–06:00 next day', '00:00–24:00'. */
export function spanWords({ startsAtMinutes, endsAtMinutes }: TimeSpan): string {
  const start = `${clockTime(startsAtMinutes)}${startsAtMinutes >= DAY_MINUTES ? ' next day' : ''}`;
  if (endsAtMinutes === DAY_MINUTES) return `${start}–24:00`;
  return `${start}–${clockTime(endsAtMinutes)}${endsAtMinutes > DAY_MINUTES ? ' next day' : ''}`;
}

/** '08:00–12:00, 13:00–17:00', 'flexible, core time 10:00–15:00' or 'flexible'. */
export function timesWords({ segments, flexibleMinutes }: ShiftTimes): string {
  const times = segments.map(spanWords).join(', ');
  if (flexibleMinutes == null) return times;
  return times === '' ? 'flexible' : `flexible, core time ${times}`;
}

/** Minutes to be worked: breaks that are not paid are taken off. */
export function workMinutes({ segments, flexibleMinutes, unpaidBreakMinutes }: ShiftTimes): number {
  const minutes = segments.reduce((sum, each) => sum + each.endsAtMinutes - each.startsAtMinutes, 0);
  return flexibleMinutes ?? Math.max(0, minutes - unpaidBreakMinutes);
}

/** '06:00–14:30, 8 h of work'. */
export function shiftWords(shift: ShiftTimes): string {
  return `${timesWords(shift)}, ${durationWords(workMinutes(shift))} of work`;
}

/** '30 min unpaid, 15 min paid', or 'None'. */
export function breakWords({
  unpaidBreakMinutes,
  paidBreakMinutes,
}: {
  unpaidBreakMinutes: number;
  paidBreakMinutes: number;
}): string {
  const parts = [
    ...(unpaidBreakMinutes > 0 ? [`${durationWords(unpaidBreakMinutes)} unpaid`] : []),
    ...(paidBreakMinutes > 0 ? [`${durationWords(paidBreakMinutes)} paid`] : []),
  ];
  return parts.length > 0 ? `Break ${parts.join(', ')}` : 'No break agreed';
}
