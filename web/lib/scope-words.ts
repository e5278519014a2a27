import { dayAndMonth } from './calendar';

/** What an agreement is for: exactly one of the three is there. */
export interface ScopeOf {
  site?: { name: string } | null;
  department?: { name: string } | null;
  employee?: { name: string } | null;
}

/** 'the site Berlin', 'the department Production' or a person's name. */
export function scopeWords({ site, department, employee }: ScopeOf): string {
  if (employee) return employee.name;
  if (department) return `the department ${department.name}`;
  return site ? `the site ${site.name}` : 'nobody';
}

/** Why something holds for somebody: '… because of the department Production', '… agreed for Ada alone'. */
export function becauseWords(scope: ScopeOf): string {
  return scope.employee ? `agreed for ${scope.employee.name} alone` : `because of ${scopeWords(scope)}`;
}

/** 'from 1 Mar 2026' or '1 Mar 2026 to 31 Mar 2026'. */
export function periodWords({ from, to }: { from: string; to?: string | null }, locale?: string): string {
  const start = dayAndMonth(from, true, locale);
  return to ? `${start} to ${dayAndMonth(to, true, locale)}` : `from ${start}`;
}
