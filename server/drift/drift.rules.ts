import { Temporal } from 'temporal-polyfill';

/** Recognitions of one week at one place. */
export interface WeekFigures {
  decisions: number;
  /** For whatever reason. */
  refused: number;
}

export interface Week {
  /** A Monday, YYYY-MM-DD. */
  date: string;
  from: Date;
  to: Date;
}

/** The last weeks, from Monday to Monday on the clocks of a zone, the present one first. */
export function weeksBefore(now: Date, timeZone: string, count: number): Week[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const startOf = (date: Temporal.PlainDate): Date => new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
  return Array.from({ length: count }, (_, back) => {
    const date = monday.subtract({ weeks: back });
    return { date: date.toString(), from: startOf(date), to: startOf(date.add({ weeks: 1 })) };
  });
}

/** Fewer recognitions say nothing about a share. */
const LEAST_DECISIONS = 20;
/** Standard errors between two shares: by chance alone so much is met once in 700 weeks. */
const UNUSUAL = 3;

/** Whether so many more are refused than in the weeks before that chance does not explain it (two proportions, pooled). */
export function isUnusual(week: WeekFigures, before: readonly WeekFigures[]): boolean {
  const decisions = before.reduce((sum, each) => sum + each.decisions, 0);
  const refused = before.reduce((sum, each) => sum + each.refused, 0);
  if (Math.min(week.decisions, decisions) < LEAST_DECISIONS) return false;
  const pooled = (week.refused + refused) / (week.decisions + decisions);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / week.decisions + 1 / decisions));
  return error > 0 && (week.refused / week.decisions - refused / decisions) / error > UNUSUAL;
}
