import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

const KIOSKS = 10;
const ROUNDS = 10;

it('many kiosks that check one person in and out at once lose, double and overlap nothing', async () => {
  await register(test.admin, 1);
  const photo = await photoOf(1);
  const kiosks = await Promise.all(
    Array.from({ length: KIOSKS }, (_, at) => createKiosk(test.admin, { name: `K${at}` })),
  );
  let recorded = 0;
  for (let round = 0; round < ROUNDS; round++) {
    test.clock.forward(2);
    const fields = kiosks.map((_, at) => (at % 2 === 0 ? 'checkIn' : 'checkOut'));
    const answers = await Promise.all(
      kiosks.map((kiosk, at) => punch(kiosk, fields[at]!, photo).catch((error: Error) => error)),
    );
    for (const answer of answers) {
      if (answer instanceof Error) expect(answer.message).toContain('BUSY');
      else if (answer.event) recorded++;
      else expect(['ALREADY_CHECKED_IN', 'NOT_CHECKED_IN']).toContain(answer.reason);
    }
  }
  const { attendanceEvents } = await test.admin.ask<{ attendanceEvents: { edges: { node: { kind: string } }[] } }>(
    '{ attendanceEvents(first: 200) { edges { node { kind } } } }',
  );
  const kinds = attendanceEvents.edges.map(({ node }) => node.kind).reverse();
  expect(kinds).toHaveLength(recorded);
  expect(recorded).toBeGreaterThanOrEqual(ROUNDS);
  expect(kinds).toEqual(kinds.map((_, index) => (index % 2 === 0 ? 'CHECK_IN' : 'CHECK_OUT')));
});
