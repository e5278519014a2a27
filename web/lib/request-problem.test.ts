import { ApolloError } from '@apollo/client/core';
import { describe, expect, it } from 'vitest';
import { describeProblem } from './request-problem';

const thrown = (code: string, message = 'words', requestId?: string): ApolloError =>
  new ApolloError({ graphQLErrors: [{ message, extensions: { code, requestId } }] });

const answeredWith = (statusCode: number, result: unknown = ''): ApolloError =>
  new ApolloError({
    networkError: Object.assign(new Error('bad'), { statusCode, result, response: undefined }) as unknown as Error,
  });

describe('describeProblem', () => {
  it.each([
    ['UNAUTHENTICATED', 'signed-out'],
    ['FORBIDDEN', 'forbidden'],
    ['BAD_USER_INPUT', 'rejected'],
    ['NOT_FOUND', 'rejected'],
    ['CONFLICT', 'rejected'],
    ['BUSY', 'busy'],
    ['TIMEOUT', 'busy'],
    ['UNAVAILABLE', 'offline'],
    ['INTERNAL_SERVER_ERROR', 'server'],
  ])('takes %s for %s', (code, kind) => {
    expect(describeProblem(thrown(code))).toEqual({ kind, message: 'words' });
  });

  it('shows the request id of a fault, so that it can be found in the log', () => {
    expect(describeProblem(thrown('INTERNAL_SERVER_ERROR', 'Something broke.', 'r-17')).message).toBe(
      'Something broke. (reference r-17)',
    );
  });

  it('takes a request without any answer for offline', () => {
    expect(describeProblem(new ApolloError({ networkError: new TypeError('Failed to fetch') })).kind).toBe('offline');
  });

  it('reads the errors in the body of an answer with an error status', () => {
    const body = { errors: [{ message: 'Come back soon.', extensions: { code: 'BUSY' } }] };
    expect(describeProblem(answeredWith(503, body))).toEqual({ kind: 'busy', message: 'Come back soon.' });
  });

  it.each([
    [401, 'signed-out'],
    [413, 'rejected'],
    [502, 'busy'],
    [500, 'server'],
  ])('knows status %i without a readable body as %s', (status, kind) => {
    expect(describeProblem(answeredWith(status)).kind).toBe(kind);
  });

  it('tells a WebSocket that was not let in from one that was lost', () => {
    expect(describeProblem({ code: 4403, reason: 'Forbidden' }).kind).toBe('signed-out');
    expect(describeProblem({ code: 1006, reason: '' }).kind).toBe('offline');
  });

  it('reads the list of errors that a subscription ends with', () => {
    expect(describeProblem([{ message: 'no', extensions: { code: 'FORBIDDEN' } }]).kind).toBe('forbidden');
  });
});
