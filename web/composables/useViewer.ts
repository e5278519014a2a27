import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { describeProblem } from '../lib/request-problem';
import { graphql } from '../gql';

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      id
      role
      name
      mustAddSecondFactor
      mayEnrol
      liveness
      identification
    }
  }
`);

/** Who is signed in (or which kiosk this is), and what that role may do. */
export function useViewer() {
  const { result, loading, error, refetch } = useQuery(ViewerDocument);
  const viewer = computed(() => result.value?.viewer ?? null);
  return {
    viewer,
    isAdmin: computed(() => viewer.value?.role === 'ADMIN'),
    /** Whether they put things right for others: auditors look on. */
    mayManage: computed(() => viewer.value?.role === 'ADMIN' || viewer.value?.role === 'MANAGER'),
    loading,
    problem: computed(() => (error.value ? describeProblem(error.value) : null)),
    refetch: () => refetch()?.catch(() => undefined),
  };
}
