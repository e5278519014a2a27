import type { AttendanceFilter } from '../gql/graphql';
import { isDate } from '../lib/calendar';

export type Shown = 'all' | 'exceptional' | 'late' | 'missing' | 'corrected';

export interface FilterFields {
  employeeId: string | null;
  department: string | null;
  siteId: string | null;
  /** YYYY-MM-DD, or '' for no limit. */
  from: string;
  to: string;
  shown: Shown;
}

export const SHOWN_CHOICES: { value: Shown; title: string }[] = [
  { value: 'all', title: 'All days' },
  { value: 'exceptional', title: 'With something to look at' },
  { value: 'late', title: 'Came late' },
  { value: 'missing', title: 'Somebody or a punch is missing' },
  { value: 'corrected', title: 'Corrected' },
];

/** The filter that the server gets: only what is set. A half-typed date counts as not set. */
export function attendanceFilter({ employeeId, department, siteId, from, to, shown }: FilterFields): AttendanceFilter {
  return {
    ...(employeeId ? { employeeId } : {}),
    ...(department ? { department } : {}),
    ...(siteId ? { siteId } : {}),
    ...(isDate(from) ? { from } : {}),
    ...(isDate(to) ? { to } : {}),
    ...(shown === 'all' ? {} : { [shown]: true }),
  };
}
