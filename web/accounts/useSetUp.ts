import { useApolloClient } from '@vue/apollo-composable';
import { ref } from 'vue';
import { useSession } from '../composables/token-store';
import { graphql } from '../gql';
import { describeProblem } from '../lib/request-problem';

const SetUpDocument = graphql(`
  mutation SetUp($input: SetUpInput!) {
    setUp(input: $input) {
      token
    }
  }
`);

/** `token` is asked when the form is sent: a newer link may have been opened since. */
export function useSetUp(token: () => string) {
  const { client } = useApolloClient();
  const session = useSession();
  const busy = ref(false);
  const error = ref<string | null>(null);

  /** True when the administrator exists and is signed in; else `error` says why not. */
  async function setUp(email: string, password: string): Promise<boolean> {
    busy.value = true;
    error.value = null;
    try {
      const { data } = await client.mutate({
        mutation: SetUpDocument,
        variables: { input: { token: token(), email: email.trim(), password } },
        fetchPolicy: 'no-cache',
      });
      if (!data) return false;
      session.set(data.setUp.token);
      return true;
    } catch (thrown) {
      error.value = describeProblem(thrown).message;
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { setUp, busy, error };
}
