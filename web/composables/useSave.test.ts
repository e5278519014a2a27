// @vitest-environment jsdom
import { ApolloClient, ApolloLink, InMemoryCache, Observable, gql, type TypedDocumentNode } from '@apollo/client/core';
import { provideApolloClient } from '@vue/apollo-composable';
import { describe, expect, it } from 'vitest';
import { useSave } from './useSave';

type LockDocument = TypedDocumentNode<{ lockPeriod: { id?: string; message?: string } }, { from: string }>;
const document: LockDocument = gql`
  mutation Lock($from: LocalDate!) {
    lockPeriod(from: $from, to: $from) {
      ... on PayPeriod {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`;

/** The action before a server that gives these answers in turn. */
function actionAnswered(...answers: object[]) {
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        observer.next(answers.shift() ?? {});
        observer.complete();
      }),
  );
  const cache = new InMemoryCache({ possibleTypes: { LockPeriodResult: ['PayPeriod', 'Conflict'] } });
  return provideApolloClient(new ApolloClient({ link, cache }))(() => useSave(document));
}
const locked = { data: { lockPeriod: { __typename: 'PayPeriod', id: 'p1' } } };

describe('useSave', () => {
  it('gives what the server answers', async () => {
    const { run, error } = actionAnswered(locked);
    expect(await run({ from: '2026-03-01' })).toMatchObject({ lockPeriod: { id: 'p1' } });
    expect(error.value).toBeNull();
  });

  it('takes a conflict for an error, which the next try clears', async () => {
    const { run, error } = actionAnswered(
      { data: { lockPeriod: { __typename: 'Conflict', message: '2026-03-01 is not over everywhere yet.' } } },
      locked,
    );
    expect(await run({ from: '2026-03-01' })).toBeNull();
    expect(error.value).toBe('2026-03-01 is not over everywhere yet.');
    expect(await run({ from: '2026-02-01' })).not.toBeNull();
    expect(error.value).toBeNull();
  });

  it('gives nothing where the server has an error', async () => {
    const { run, error } = actionAnswered({
      errors: [{ message: 'to: is needed.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(await run({ from: '2026-03-01' })).toBeNull();
    expect(error.value).toBe('to: is needed.');
  });
});
