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
  await register(test.admin, 1);
  const kiosk = await createKiosk(test.admin);
  // That it was seen is written once a minute.
  await kiosk.ask('{ serverTime }');
  const photo = await photoOf(1);
  const prepare = vi.spyOn(Sqlite.prototype, 'prepare');
  try {
    const answer = await punch(kiosk, 'checkIn', photo, crypto.randomUUID());
    expect(answer.__typename).toBe('AttendanceRecorded');
    const asked = prepare.mock.calls.map(([sql]) => sql);
    expect(asked.filter((sql) => sql === 'COMMIT')).toHaveLength(2);
    expect(asked.length).toBeLessThanOrEqual(32);
  } finally {
    prepare.mockRestore();
  }
});
