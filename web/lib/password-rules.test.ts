import { describe, expect, it } from 'vitest';
import { mayBeCredentials, passwordRules } from './password-rules';

describe('passwordRules', () => {
  it.each([
    ['', [false, false]],
    ['elevenchars', [false, true]],
    ['twelve chars', [true, true]],
    ['Ada@example.com', [true, false]],
    // 11 characters that are 22 code units
    ['😀😀😀😀😀😀😀😀😀😀😀', [false, true]],
  ])('judges %j', (password, kept) => {
    expect(passwordRules(password, 'ada@example.com').map((rule) => rule.kept)).toEqual(kept);
  });
});

describe('mayBeCredentials', () => {
  it.each([
    ['ada@example.com', 'twelve chars', true],
    ['ada', 'twelve chars', false],
    ['ada@example.com', 'elevenchars', false],
    ['ada@example.com', 'ada@example.com', false],
  ])('judges %j with %j', (email, password, may) => {
    expect(mayBeCredentials(email, password)).toBe(may);
  });
});
