import { useQuery } from '@vue/apollo-composable';
import { computed, reactive, watch } from 'vue';
import { useCursorPages } from '../composables/useCursorPages';
import { graphql } from '../gql';
import { describeProblem } from '../lib/request-problem';
import { attendanceFilter, type FilterFields } from './attendance-filter';

graphql(`
  fragment AttendanceRow_Attendance on Attendance {
    id
    date
    checkInTime
    checkOutTime
    workedMinutes
    employee {
      id
      name
      department
    }
  }
`);

const AttendanceDocument = graphql(`
  query AttendanceList($filter: AttendanceFilter, $after: String) {
    attendance(filter: $filter, first: 50, after: $after) {
      edges {
        cursor
        node {
          ...AttendanceRow_Attendance
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Day records that pass the filter, a page at a time. */
export function useAttendance() {
  const fields = reactive<FilterFields>({ employeeId: null, department: null, from: '', to: '' });
  const filter = computed(() => attendanceFilter(fields));
  const pages = useCursorPages();
  watch(fields, pages.reset, { flush: 'sync' });
  const isInOrder = computed(() => fields.from === '' || fields.to === '' || fields.from <= fields.to);
  const { result, loading, error, refetch } = useQuery(
    AttendanceDocument,
    () => ({ filter: filter.value, after: pages.after.value }),
    () => ({ keepPreviousResult: true, enabled: isInOrder.value, fetchPolicy: 'cache-and-network' as const }),
  );
  return {
    fields,
    isInOrder,
    isFiltered: computed(() => Object.keys(filter.value).length > 0),
    pages,
    rows: computed(() => result.value?.attendance.edges.map(({ node }) => node) ?? null),
    pageInfo: computed(() => result.value?.attendance.pageInfo ?? null),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    refresh: (): void => void refetch()?.catch(() => undefined),
  };
}
