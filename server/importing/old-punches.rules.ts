import { dayAfter, instantAt, readMoment, saysNothing, secondInstantAt, type DateOrder } from './old-times.rules.js';

/** A row of the old table Attendance, as it is written. */
export interface OldAttendance {
  date: string;
  checkIn: string;
  checkOut: string;
}

export interface OldPunch {
  kind: 'CHECK_IN' | 'CHECK_OUT';
  at: Date;
}

/** The longest day that a check-out before its check-in on the clock makes the next day's. */
const LONGEST_MS = 16 * 3_600_000;

/**
 * The punches of a row, oldest first, and what is to be said of it. A check-out that is earlier on the clock than its
 * check-in is the next morning's, where that makes no more than 16 hours. A row without a check-in gives none.
 */
export function punchesOf(
  row: OldAttendance,
  { timeZone, order, now }: { timeZone: string; order: DateOrder; now: Date },
): { punches: OldPunch[]; remarks: string[] } {
  const remarks: string[] = [];
  const none = (remark: string) => ({ punches: [], remarks: [...remarks, remark] });
  const day = saysNothing(row.date) ? null : readMoment(row.date, order);
  if (!saysNothing(row.date) && !day) return none(`The date "${row.date}" cannot be read.`);
  if (saysNothing(row.checkIn)) return none('There is no check-in time.');
  const written = readMoment(row.checkIn, order);
  const [date, timeMs] = [written?.date ?? day?.date ?? null, written?.timeMs ?? null];
  if (!written || timeMs === null) return none(`The check-in time "${row.checkIn}" cannot be read.`);
  if (date === null) return none('There is no date.');

  const checkIn = instantAt(timeZone, date, timeMs, written.offsetMs);
  if (checkIn.doubt) remarks.push(inDoubt(row.checkIn, date, checkIn.doubt));
  if (checkIn.instant > now) return none(`The check-in on ${date} is in the future.`);
  const punches: OldPunch[] = [{ kind: 'CHECK_IN', at: checkIn.instant }];
  if (saysNothing(row.checkOut)) return { punches, remarks };

  const out = readMoment(row.checkOut, order);
  if (out?.timeMs == null) {
    return {
      punches,
      remarks: [...remarks, `The check-out time "${row.checkOut}" cannot be read; the check-in is taken.`],
    };
  }
  const outDate = out.date ?? date;
  let { instant, doubt } = instantAt(timeZone, outDate, out.timeMs, out.offsetMs);
  if (instant <= checkIn.instant && doubt === 'TWICE') instant = secondInstantAt(timeZone, outDate, out.timeMs);
  if (instant <= checkIn.instant && out.date === null) {
    const next = instantAt(timeZone, dayAfter(outDate), out.timeMs, out.offsetMs);
    if (next.instant.getTime() - checkIn.instant.getTime() <= LONGEST_MS) {
      ({ instant, doubt } = next);
      remarks.push(`The check-out at ${row.checkOut} is taken for that of the next day.`);
    }
  }
  if (doubt) remarks.push(inDoubt(row.checkOut, outDate, doubt));
  if (instant <= checkIn.instant || instant > now) {
    const why = instant > now ? 'is in the future' : 'is not after the check-in';
    return { punches, remarks: [...remarks, `The check-out at ${row.checkOut} ${why}; the check-in is taken.`] };
  }
  return { punches: [...punches, { kind: 'CHECK_OUT', at: instant }], remarks };
}

const inDoubt = (time: string, date: string, doubt: 'TWICE' | 'SKIPPED'): string =>
  doubt === 'TWICE'
    ? `${time} came twice on ${date}, when the clocks went back; the first is taken where that can be.`
    : `${time} did not come on ${date}, when the clocks went forward; it is taken for as much later.`;
