import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { newTotp, stepOfCode } from './totp.js';

// RFC 6238, appendix B, SHA-1, the last six of its eight digits.
const secret = Secret.fromLatin1('12345678901234567890').base32;

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('knows the code of second %d', (second, code) => {
  expect(stepOfCode(secret, code, new Date(second * 1000), null)).toBe(Math.floor(second / 30));
});

it('takes the code of one step before and after, and no other', () => {
  const now = new Date('2026-03-02T08:00:10Z');
  const codeOf = (steps: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() + steps * 30_000 });
  const taken = [-2, -1, 0, 1, 2].filter((steps) => stepOfCode(secret, codeOf(steps), now, null) !== null);
  expect(taken).toEqual([-1, 0, 1]);
});

it('takes no code of a step that was used, or one before it', () => {
  const now = new Date(1111111111 * 1000);
  const step = stepOfCode(secret, '050471', now, null)!;
  expect(stepOfCode(secret, '050471', now, step)).toBeNull();
  expect(stepOfCode(secret, '050471', now, step - 1)).toBe(step);
});

it('makes another secret of 160 bits each time', () => {
  const [one, other] = [newTotp('ana@example.org'), newTotp('ana@example.org')];
  expect(one.secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(one.secret).not.toBe(other.secret);
  expect(one.uri).toContain(`secret=${one.secret}`);
});
