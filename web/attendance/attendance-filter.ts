import type { AttendanceFilter } from '../gql/graphql';

export interface FilterFields {
  employeeId: string | null;
  department: string | null;
  /** YYYY-MM-DD, or '' for no limit. */
  from: string;
  to: string;
}

/** The filter that the server gets: only what is set. A half-typed date counts as not set. */
export function attendanceFilter({ employeeId, department, from, to }: FilterFields): AttendanceFilter {
  return {
    ...(employeeId ? { employeeId } : {}),
    ...(department ? { department } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}

function isDay(text: string | null): boolean {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
}
