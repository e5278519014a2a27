import { describe, expect, it } from 'vitest';
import { becauseWords, periodWords, scopeWords } from './scope-words';

describe('scopeWords', () => {
  it.each([
    [{ site: { name: 'Berlin' } }, 'the site Berlin', 'because of the site Berlin'],
    [
      { site: null, department: { name: 'Production' } },
      'the department Production',
      'because of the department Production',
    ],
    [{ employee: { name: 'Ada' } }, 'Ada', 'agreed for Ada alone'],
  ])('of %j is %s', (scope, words, because) => {
    expect(scopeWords(scope)).toBe(words);
    expect(becauseWords(scope)).toBe(because);
  });
});

describe('periodWords', () => {
  it('says where it ends, if it does', () => {
    expect(periodWords({ from: '2026-03-01', to: null }, 'en-GB')).toBe('from 1 Mar 2026');
    expect(periodWords({ from: '2026-03-01', to: '2026-03-31' }, 'en-GB')).toBe('1 Mar 2026 to 31 Mar 2026');
  });
});
