import type { ApolloClient } from '@apollo/client/core';
import { graphql } from '../gql';
import type { KioskChallengeMutation } from '../gql/graphql';
import { describeProblem } from '../lib/request-problem';

const ChallengeDocument = graphql(`
  mutation KioskChallenge {
    livenessChallenge {
      id
      steps
    }
  }
`);

export type Challenge = KioskChallengeMutation['livenessChallenge'];

/** Asks the server for a movement; throws an Error with words fit to show, also when `signal` is aborted. */
export function challengeBy(client: ApolloClient<unknown>): (signal: AbortSignal) => Promise<Challenge> {
  return async (signal) => {
    try {
      const { data } = await client.mutate({
        mutation: ChallengeDocument,
        context: { fetchOptions: { signal } },
        fetchPolicy: 'no-cache',
      });
      if (data) return data.livenessChallenge;
    } catch (cause) {
      throw new Error(describeProblem(cause).message, { cause });
    }
    throw new Error('The server gave an empty answer. Try again.');
  };
}
