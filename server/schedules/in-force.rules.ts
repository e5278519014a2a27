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

function isStronger(a: Scoped, b: Scoped): boolean {
  const byScope = NARROWNESS[a.scope] - NARROWNESS[b.scope];
  if (byScope !== 0) return byScope > 0;
  return a.from === b.from ? a.id > b.id : a.from > b.from;
}
