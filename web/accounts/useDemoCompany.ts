import { useApolloClient, useQuery } from '@vue/apollo-composable';
import { computed, ref } from 'vue';
import { graphql } from '../gql';
import { describeProblem } from '../lib/request-problem';

graphql(`
  fragment DemoCompany_Progress on DemoCompany {
    state
    done
    total
    message
  }
`);

const DemoCompanyDocument = graphql(`
  query DemoCompany {
    demoCompany {
      ...DemoCompany_Progress
    }
  }
`);

const CreateDemoCompanyDocument = graphql(`
  mutation CreateDemoCompany {
    createDemoCompany {
      ...DemoCompany_Progress
    }
  }
`);

const POLL_MS = 800;

/** The making of the demo company: started here, followed until it is ready or has failed. */
export function useDemoCompany() {
  const { client } = useApolloClient();
  const starting = ref(false);
  const startError = ref<string | null>(null);
  const asked = ref(false);
  const { result } = useQuery(DemoCompanyDocument, null, () => ({
    fetchPolicy: 'network-only' as const,
    pollInterval: asked.value ? POLL_MS : 0,
  }));
  const progress = computed(() => result.value?.demoCompany ?? null);
  const state = computed(() => progress.value?.state ?? 'NONE');

  async function start(): Promise<void> {
    starting.value = true;
    startError.value = null;
    try {
      const { data } = await client.mutate({ mutation: CreateDemoCompanyDocument });
      if (data) client.writeQuery({ query: DemoCompanyDocument, data: { demoCompany: data.createDemoCompany } });
      asked.value = true;
    } catch (thrown) {
      startError.value = describeProblem(thrown).message;
    } finally {
      starting.value = false;
    }
  }

  return {
    start,
    isRunning: computed(() => starting.value || state.value === 'RUNNING'),
    isReady: computed(() => state.value === 'READY'),
    /** 0..100 */
    percent: computed(() =>
      progress.value?.total ? Math.round((100 * progress.value.done) / progress.value.total) : 0,
    ),
    message: computed(() => progress.value?.message ?? null),
    error: computed(
      () =>
        startError.value ??
        (state.value === 'FAILED' ? (progress.value?.message ?? 'The demo company could not be made.') : null),
    ),
  };
}
