import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

it('takes at most 32 statements, in two transactions, for a check-in that nobody shares them with', async () => {
  const people = [1, 2, 3];
  for (const person of people) await register(test.admin, person);
  const kiosk = await createKiosk(test.admin);
  // That it was seen is written once a minute.
  await kiosk.ask('{ serverTime }');
  const prepare = vi.spyOn(Sqlite.prototype, 'prepare');
  const costs: { statements: number; commits: number }[] = [];
  try {
    for (const person of people) {
      const photo = await photoOf(person);
      prepare.mockClear();
      const answer = await punch(kiosk, 'checkIn', photo, crypto.randomUUID());
      expect(answer.__typename).toBe('AttendanceRecorded');
      const asked = prepare.mock.calls.map(([sql]) => sql);
      costs.push({ statements: asked.length, commits: asked.filter((sql) => sql === 'COMMIT').length });
    }
  } finally {
    prepare.mockRestore();
  }
  // What the server does by the clock (looking for jobs, for events of other nodes) may fall into one of them, and only adds.
  expect(Math.min(...costs.map(({ commits }) => commits))).toBe(2);
  expect(Math.min(...costs.map(({ statements }) => statements))).toBeLessThanOrEqual(32);
});
