import { useQuery } from '@vue/apollo-composable';
import { computed, ref, watch } from 'vue';
import { useCursorPages } from '../composables/useCursorPages';
import { useDebounced } from '../composables/useDebounced';
import { describeProblem } from '../lib/request-problem';
import { EmployeesDocument } from './employee-documents';

/** The employees that match what is typed, a page at a time. */
export function useEmployees() {
  const typed = ref('');
  const search = useDebounced(typed);
  const pages = useCursorPages();
  watch(search, pages.reset, { flush: 'sync' });
  const { result, loading, error, refetch } = useQuery(
    EmployeesDocument,
    () => ({ search: search.value?.trim() || null, after: pages.after.value }),
    { keepPreviousResult: true, fetchPolicy: 'cache-and-network' },
  );
  const connection = computed(() => result.value?.employees ?? null);
  return {
    typed,
    /** What the shown list was searched for. */
    search,
    pages,
    employees: computed(() => connection.value?.edges.map(({ node }) => node) ?? null),
    totalCount: computed(() => connection.value?.totalCount ?? null),
    pageInfo: computed(() => connection.value?.pageInfo ?? null),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    refresh: (): void => void refetch()?.catch(() => undefined),
  };
}
