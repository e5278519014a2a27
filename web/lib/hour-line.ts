const DAY_MINUTES = 1440;

/** A line of whole days and half days on which times are drawn: where it ends, and its marks. */
export interface HourLine {
  endMinutes: number;
  marks: { minutes: number; label: string; isMidnight: boolean }[];
}

/** The shortest line of 24, 36 or 48 hours that holds the last minute; marked every six hours. */
export function hourLine(lastMinute: number): HourLine {
  const endMinutes =
    lastMinute <= DAY_MINUTES ? DAY_MINUTES : lastMinute <= 1.5 * DAY_MINUTES ? 1.5 * DAY_MINUTES : 2 * DAY_MINUTES;
  const marks = Array.from({ length: endMinutes / 360 + 1 }, (_, index) => index * 360).map((minutes) => ({
    minutes,
    label: `${(minutes / 60) % 24 || (minutes === endMinutes && minutes === DAY_MINUTES ? 24 : 0)}`,
    isMidnight: minutes === DAY_MINUTES && endMinutes > DAY_MINUTES,
  }));
  return { endMinutes, marks };
}

/** Where a span lies on a line, in per cent of its length. */
export function placeOn(line: HourLine, startMinutes: number, endMinutes: number): { left: string; width: string } {
  const share = (minutes: number) => `${(100 * minutes) / line.endMinutes}%`;
  return { left: share(startMinutes), width: share(endMinutes - startMinutes) };
}
