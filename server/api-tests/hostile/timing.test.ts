import { afterAll, beforeAll, expect, it } from 'vitest';
import { administrator, createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { hashPassword, verifyPassword } from '../../password.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.stop());

const LOGIN = 'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }';
const ROUNDS = 25;

/** Medians of two things that are done in turn, so that what else the machine does meets both. */
async function medians(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [which, act] of [one, other].entries()) {
      const start = performance.now();
      await act();
      times[which]!.push(performance.now() - start);
    }
  }
  return times.map((some) => some.sort((a, b) => a - b)[ROUNDS >> 1]!) as [number, number];
}

/** A third of the time of one hash: far less than leaving one out would make. */
const isNear = ([one, other]: [number, number]): boolean => Math.max(one, other) / Math.min(one, other) < 1.33;

/** After a while, so that those before it are forgotten: a guess that has to wait is not even looked at. */
const guess = (email: string, password: string) => async () => {
  test.clock.forward(61);
  const { errors } = await test.anonymous.send(LOGIN, { email, password });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
};

it.each([
  ['an unknown address', guess('nobody@example.org', 'a wrong password')],
  ['an address that is none', guess('nobody', 'a wrong password')],
  ['a short password', guess('nobody@example.org', 'x')],
])('the time that a sign-in takes does not tell %s from a wrong password', async (_name, unknown) => {
  const both = await medians(guess(administrator.email, 'a wrong password'), unknown);
  expect(isNear(both), `${both.map((ms) => ms.toFixed(1)).join(' ms and ')} ms`).toBe(true);
});

it('the time that a PIN takes does not tell how much of it is right', async () => {
  const hash = await hashPassword('482915');
  const both = await medians(
    () => verifyPassword(hash, '482916'),
    () => verifyPassword(hash, '1'),
  );
  expect(isNear(both), `${both.map((ms) => ms.toFixed(1)).join(' ms and ')} ms`).toBe(true);
});
