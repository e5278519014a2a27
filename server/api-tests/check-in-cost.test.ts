import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
let kiosk: ApiClient;
beforeEach(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin);
  // That it was seen is written once a minute.
  await kiosk.ask('{ serverTime }');
});
afterEach(() => test.stop());

const people = Array.from({ length: 20 }, (_, index) => index + 1);

/** What SQLite is asked while these people check in at once. */
async function countStatements(persons: readonly number[]): Promise<{ all: number; commits: number }> {
  for (const person of persons) await register(test.admin, person);
  const photos = await Promise.all(persons.map((person) => photoOf(person)));
  const prepare = vi.spyOn(Sqlite.prototype, 'prepare');
  try {
    const answers = await Promise.all(photos.map((photo) => punch(kiosk, 'checkIn', photo, crypto.randomUUID())));
    expect(answers.map(({ __typename }) => __typename)).toEqual(persons.map(() => 'AttendanceRecorded'));
    const asked = prepare.mock.calls.map(([sql]) => sql);
    return { all: asked.length, commits: asked.filter((sql) => sql === 'COMMIT').length };
  } finally {
    prepare.mockRestore();
  }
}

it('takes at most 33 statements and 2 transactions for one check-in', async () => {
  const { all, commits } = await countStatements([1]);
  expect(all).toBeLessThanOrEqual(33);
  expect(commits).toBe(2);
});

it('takes less than half of that for each of many at once', async () => {
  const { all, commits } = await countStatements(people);
  expect(all / people.length).toBeLessThan(16);
  expect(commits / people.length).toBeLessThan(1);
});
