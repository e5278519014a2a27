import { useApolloClient } from '@vue/apollo-composable';
import { ref } from 'vue';
import { useSession } from '../composables/token-store';
import { graphql } from '../gql';
import { describeProblem } from '../lib/request-problem';

const LoginDocument = graphql(`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      token
    }
  }
`);

export function useLogin() {
  const { client } = useApolloClient();
  const session = useSession();
  const busy = ref(false);
  const error = ref<string | null>(null);

  /** True when signed in; else `error` says why not. */
  async function login(email: string, password: string): Promise<boolean> {
    busy.value = true;
    error.value = null;
    try {
      const { data } = await client.mutate({
        mutation: LoginDocument,
        variables: { email: email.trim(), password },
        fetchPolicy: 'no-cache',
      });
      if (!data) return false;
      await client.clearStore();
      session.set(data.login.token);
      return true;
    } catch (thrown) {
      error.value = describeProblem(thrown).message;
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { login, busy, error };
}
