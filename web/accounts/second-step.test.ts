import { describe, expect, it } from 'vitest';
import { secondStepOf } from './second-step';

const failed = (extensions: object) => ({ graphQLErrors: [{ message: 'x', extensions }] });

describe('the second step', () => {
  it('is read from the error that asks for it', () => {
    const extensions = {
      code: 'SECOND_FACTOR_REQUIRED',
      challenge: 'login_1',
      methods: ['TOTP', 'RECOVERY_CODE'],
      passkeyOptions: null,
    };
    expect(secondStepOf(failed(extensions))).toEqual({
      challenge: 'login_1',
      methods: ['TOTP', 'RECOVERY_CODE'],
      passkeyOptions: null,
    });
  });

  it.each([
    ['a wrong password', failed({ code: 'UNAUTHENTICATED' })],
    ['an error without a challenge', failed({ code: 'SECOND_FACTOR_REQUIRED' })],
    ['no answer at all', { graphQLErrors: [], networkError: new Error('offline') }],
    ['nothing', null],
  ])('is not read from %s', (_what, error) => {
    expect(secondStepOf(error)).toBeNull();
  });
});
