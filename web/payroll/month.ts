import { addDays } from '../lib/calendar';

export interface DateRange {
  from: string;
  to: string;
}

/** The month that a date is in. */
export function monthOf(date: string): DateRange {
  const from = `${date.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/** The month before the one that a date is in. */
export function monthBefore(date: string): DateRange {
  return monthOf(addDays(monthOf(date).from, -1));
}
