import type { ApolloClient } from '@apollo/client/core';
import { graphql } from '../gql';
import { useAction } from '../composables/useAction';
import { makeKeys, saveIdentity } from './kiosk-identity';

const PairDocument = graphql(`
  mutation PairKiosk($proof: String!) {
    pairKiosk(proof: $proof) {
      __typename
      ... on KioskPaired {
        now
        kiosk {
          id
        }
      }
      ... on PairingRefused {
        message
      }
    }
  }
`);

/** Makes this device the kiosk that waits for a code. */
export function usePairing(client: ApolloClient<unknown>) {
  return useAction(async (code: string): Promise<true> => {
    if (!globalThis.crypto?.subtle) {
      throw new Error('This page has to be opened by https, or on the computer that runs Rollcall.');
    }
    const { proof, ...keys } = await makeKeys(code, location.origin);
    const { data } = await client.mutate({ mutation: PairDocument, variables: { proof }, fetchPolicy: 'no-cache' });
    const answer = data?.pairKiosk;
    if (answer?.__typename !== 'KioskPaired') throw new Error(answer?.message ?? 'The server gave an empty answer.');
    const clockAheadMs = Date.now() - Date.parse(answer.now);
    await saveIdentity({ kioskId: answer.kiosk.id, origin: location.origin, ...keys, number: 0, clockAheadMs });
    return true;
  });
}
