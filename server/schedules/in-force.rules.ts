import { addDays } from './local-time.rules.js';
import type { Scope, Scoped, ScheduledEmployee } from './schedule.rules.js';

const NARROWNESS: Record<Scope, number> = { SITE: 0, DEPARTMENT: 1, EMPLOYEE: 2 };

/**
 * Which of several rows holds for an employee on a date, null for none. The narrowest scope wins, then the one that
 * began last, then the higher id.
 */
export function inForce<Row extends Scoped>(
  rows: readonly Row[],
  siteId: string,
  employee: ScheduledEmployee,
  date: string,
): Row | null {
  const idOf: Record<Scope, string | null> = { SITE: siteId, DEPARTMENT: employee.departmentId, EMPLOYEE: employee.id };
  return rows
    .filter(({ scope, scopeId, from, to }) => idOf[scope] === scopeId && from <= date && (to === null || date <= to))
    .reduce<Row | null>((best, row) => (best && isStronger(best, row) ? best : row), null);
}

/** From when to when a row holds for somebody; null where none does. */
export interface InForce<Row> {
  from: string;
  /** Null: until further notice. */
  to: string | null;
  row: Row | null;
}

/** What holds for an employee from a date on, in order and without gaps. Rows of other people and places do no harm. */
export function inForceFrom<Row extends Scoped>(
  rows: readonly Row[],
  siteId: string,
  employee: ScheduledEmployee,
  from: string,
): InForce<Row>[] {
  const turns = rows.flatMap((row) => [row.from, ...(row.to === null ? [] : [addDays(row.to, 1)])]);
  const dates = [...new Set([from, ...turns])].filter((date) => date >= from).sort();
  const spans = dates
    .map((date) => ({ from: date, row: inForce(rows, siteId, employee, date) }))
    .filter(({ row }, index, all) => index === 0 || row !== all[index - 1]?.row);
  return spans.map((span, index) => {
    const next = spans[index + 1];
    return { ...span, to: next ? addDays(next.from, -1) : null };
  });
}

function isStronger(a: Scoped, b: Scoped): boolean {
  const byScope = NARROWNESS[a.scope] - NARROWNESS[b.scope];
  if (byScope !== 0) return byScope > 0;
  return a.from === b.from ? a.id > b.id : a.from > b.from;
}
