import { computed, reactive } from 'vue';
import { useConnection } from '../composables/useConnection';
import { AttendanceDocument } from './attendance-documents';
import { attendanceFilter, type FilterFields } from './attendance-filter';

/** Day records that pass the filter, a page at a time. */
export function useAttendance(start: Partial<FilterFields> = {}) {
  const fields = reactive<FilterFields>({
    employeeId: null,
    department: null,
    siteId: null,
    from: '',
    to: '',
    shown: 'all',
    ...start,
  });
  const filter = computed(() => attendanceFilter(fields));
  const isInOrder = computed(() => fields.from === '' || fields.to === '' || fields.from <= fields.to);
  const list = useConnection(AttendanceDocument, ({ attendance }) => attendance, {
    variables: () => ({ filter: filter.value }),
    enabled: isInOrder,
  });
  return { fields, isInOrder, isFiltered: computed(() => Object.keys(filter.value).length > 0), list };
}
