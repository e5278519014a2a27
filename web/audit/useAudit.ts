import { useQuery } from '@vue/apollo-composable';
import { computed, reactive, watch } from 'vue';
import { useCursorPages } from '../composables/useCursorPages';
import { describeProblem } from '../lib/request-problem';
import { AuditActionsDocument, AuditDocument } from './audit-documents';
import { actionInWords } from './audit-words';

/** The audit, newest first, a page at a time. `subject` is an id. */
export function useAudit() {
  const filter = reactive({ action: null as string | null, subject: '' as string | null, from: '', to: '' });
  const pages = useCursorPages();
  watch(filter, pages.reset, { flush: 'sync' });
  const asked = computed(() => ({
    action: filter.action,
    subject: filter.subject?.trim() || null,
    from: filter.from ? startOf(filter.from, 0) : null,
    before: filter.to ? startOf(filter.to, 1) : null,
  }));
  const { result, loading, error, refetch } = useQuery(
    AuditDocument,
    () => ({ filter: asked.value, after: pages.after.value }),
    { keepPreviousResult: true, fetchPolicy: 'network-only', debounce: 300 },
  );
  const { result: actions } = useQuery(AuditActionsDocument, null, { fetchPolicy: 'network-only' });
  const connection = computed(() => result.value?.auditEntries ?? null);
  return {
    filter,
    isFiltered: computed(() => Object.values(asked.value).some((value) => value !== null)),
    actions: computed(() =>
      (actions.value?.auditActions ?? []).map((value) => ({ value, title: actionInWords(value) })),
    ),
    pages,
    entries: computed(() => connection.value?.edges.map(({ node }) => node) ?? null),
    pageInfo: computed(() => connection.value?.pageInfo ?? null),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    refresh: (): void => void refetch()?.catch(() => undefined),
  };
}

/** The beginning of a day here, or of one some days later. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
