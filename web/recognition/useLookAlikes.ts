import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { useCursorPages } from '../composables/useCursorPages';
import { describeProblem } from '../lib/request-problem';
import { LookAlikesDocument } from './recognition-documents';

/** The people who are too alike to be told apart by face alone, nearest pairs first, a page at a time. */
export function useLookAlikes() {
  const pages = useCursorPages();
  const { result, loading, error, refetch } = useQuery(LookAlikesDocument, () => ({ after: pages.after.value }), {
    keepPreviousResult: true,
    fetchPolicy: 'cache-and-network',
  });
  const connection = computed(() => result.value?.lookAlikes ?? null);
  return {
    pages,
    pairs: computed(() => connection.value?.edges.map(({ node }) => node) ?? null),
    pageInfo: computed(() => connection.value?.pageInfo ?? null),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    refresh: (): void => void refetch()?.catch(() => undefined),
  };
}
