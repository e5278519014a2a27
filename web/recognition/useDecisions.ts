import { useQuery } from '@vue/apollo-composable';
import { computed, ref, watch, type Ref } from 'vue';
import { useCursorPages } from '../composables/useCursorPages';
import type { DecisionOutcome } from '../gql/graphql';
import { describeProblem } from '../lib/request-problem';
import { DecisionsDocument } from './recognition-documents';

/** The newest decisions in which `employeeId` (null: anybody) was the nearest, a page at a time. */
export function useDecisions(employeeId: Readonly<Ref<string | null>>) {
  const outcome = ref<DecisionOutcome | null>(null);
  const pages = useCursorPages();
  watch([employeeId, outcome], pages.reset, { flush: 'sync' });
  const { result, loading, error, refetch } = useQuery(
    DecisionsDocument,
    () => ({ employeeId: employeeId.value, outcome: outcome.value, after: pages.after.value }),
    { keepPreviousResult: true, fetchPolicy: 'cache-and-network' },
  );
  const connection = computed(() => result.value?.recognitionDecisions ?? null);
  return {
    outcome,
    isFiltered: computed(() => employeeId.value !== null || outcome.value !== null),
    pages,
    decisions: computed(() => connection.value?.edges.map(({ node }) => node) ?? null),
    pageInfo: computed(() => connection.value?.pageInfo ?? null),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    refresh: (): void => void refetch()?.catch(() => undefined),
  };
}
