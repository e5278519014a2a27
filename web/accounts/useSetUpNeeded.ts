import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { graphql } from '../gql';
import { describeProblem } from '../lib/request-problem';

const SetUpNeededDocument = graphql(`
  query SetUpNeeded {
    setUpNeeded
  }
`);

/** Whether the first administrator is still to be created. null while that is not known. */
export function useSetUpNeeded() {
  const { result, error, loading, refetch } = useQuery(SetUpNeededDocument, null, { fetchPolicy: 'network-only' });
  return {
    needed: computed(() => result.value?.setUpNeeded ?? null),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    refetch: () => refetch()?.catch(() => undefined),
  };
}
