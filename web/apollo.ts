import { ApolloClient, ApolloLink, InMemoryCache, type NormalizedCacheObject } from '@apollo/client/core';
import { setContext } from '@apollo/client/link/context';
import { onError } from '@apollo/client/link/error';
import createUploadLink from 'apollo-upload-client/createUploadLink.mjs';
import { describeProblem } from './lib/request-problem';

interface ApolloOptions {
  token: () => string | null;
  /** Instead of a token: signs each request. */
  signedFetch?: typeof fetch;
  /** Called when the server no longer knows the token that is still in use. */
  onSignedOut: () => void;
}

export type Client = ApolloClient<NormalizedCacheObject>;

export function createApollo({ token, signedFetch, onSignedOut }: ApolloOptions): Client {
  const authorize = setContext(() => {
    const sentToken = token();
    return { sentToken, headers: sentToken ? { authorization: `Bearer ${sentToken}` } : {} };
  });
  const watchSignOut = onError(({ graphQLErrors, networkError, operation }) => {
    const sentToken: unknown = operation.getContext()['sentToken'];
    // An answer to a request from before a new sign-in, or to a sign-in itself, says nothing about the present token.
    if (!signedFetch && (!sentToken || sentToken !== token())) return;
    if (describeProblem({ graphQLErrors, networkError }).kind === 'signed-out') onSignedOut();
  });
  const upload = createUploadLink({
    uri: '/graphql',
    headers: { 'apollo-require-preflight': 'true' },
    ...(signedFetch && { fetch: signedFetch }),
  });
  return new ApolloClient({
    link: ApolloLink.from([authorize, watchSignOut, upload]),
    cache: new InMemoryCache({ typePolicies: { Presence: { merge: true }, DemoCompany: { merge: true } } }),
    devtools: { enabled: false },
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  });
}
