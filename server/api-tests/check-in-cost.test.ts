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
  const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as Sqlite.Statement;
  const runs = [vi.spyOn(statement, 'all'), vi.spyOn(statement, 'run')];
  const costs: { statements: number; commits: number }[] = [];
  try {
    for (const person of people) {
      const photo = await photoOf(person);
      for (const run of runs) run.mockClear();
      const answer = await punch(kiosk, 'checkIn', photo, crypto.randomUUID());
      expect(answer.__typename).toBe('AttendanceRecorded');
      const asked = runs.flatMap(({ mock }) => mock.contexts.map((context) => (context as Sqlite.Statement).source));
      costs.push({ statements: asked.length, commits: asked.filter((sql) => sql === 'COMMIT').length });
    }
  } finally {
    for (const run of runs) run.mockRestore();
  }
  // What the server does by the clock (looking for jobs, for events of other nodes) may fall into one of them, and only adds.
  expect(Math.min(...costs.map(({ commits }) => commits))).toBe(2);
  expect(Math.min(...costs.map(({ statements }) => statements))).toBeLessThanOrEqual(32);
});
