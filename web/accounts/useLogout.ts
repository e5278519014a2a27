import { useApolloClient } from '@vue/apollo-composable';
import { useSession } from '../composables/token-store';
import { graphql } from '../gql';

const LogoutDocument = graphql(`
  mutation Logout {
    logout
  }
`);

/** Ends the session on the server, and in any case on this device. */
export function useLogout(): () => Promise<void> {
  const { client } = useApolloClient();
  const session = useSession();
  return async () => {
    try {
      await client.mutate({ mutation: LogoutDocument });
    } catch {
      // Out of reach: the token is dropped here, and on the server it runs out by itself.
    }
    session.clear();
  };
}
