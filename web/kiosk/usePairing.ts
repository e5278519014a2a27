import type { ApolloClient } from '@apollo/client/core';
import { graphql } from '../gql';
import { clock } from '../lib/clock';
import { useAction } from '../composables/useAction';
import { makeKeys, saveIdentity } from './kiosk-identity';

const PairDocument = graphql(`
  mutation PairKiosk($proof: String!) {
    pairKiosk(proof: $proof) {
      __typename
      ... on KioskPaired {
        now
        kioskId
      }
      ... on PairingRefused {
        message
      }
    }
  }
`);

/** Makes this device the kiosk that waits for a code; gives the words to show where it may not become it, or ''. */
export function usePairing(client: ApolloClient<unknown>) {
  return useAction(async (code: string): Promise<string> => {
    if (!globalThis.crypto?.subtle) {
      return 'A kiosk needs a secure address: open this page by https, or on the computer that runs Rollcall.';
    }
    const { proof, ...keys } = await makeKeys(code, location.origin);
    const { data } = await client.mutate({ mutation: PairDocument, variables: { proof }, fetchPolicy: 'no-cache' });
    const answer = data?.pairKiosk;
    if (answer?.__typename !== 'KioskPaired') return answer?.message ?? 'The server gave an empty answer. Try again.';
    const clockAheadMs = clock.now().getTime() - Date.parse(answer.now);
    await saveIdentity({ kioskId: answer.kioskId, origin: location.origin, ...keys, number: 0, clockAheadMs });
    return '';
  });
}
