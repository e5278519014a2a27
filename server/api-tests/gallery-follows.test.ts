import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { inDatabase } from '../testing/test-location.js';

// Another program, Prisma Studio say, changes the database while the server runs.

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

it.each([
  ['their templates are removed', 'DELETE FROM "FaceTemplate" WHERE "employeeId" = '],
  ['their agreement is ended', 'UPDATE "Consent" SET "withdrawnAt" = "givenAt" WHERE "employeeId" = '],
])('nobody is recognised any more soon after %s by another program', async (_what, sql) => {
  const kiosk = await createKiosk(test.admin);
  const { employee } = await register(test.admin, 1);
  await register(test.admin, 2);
  await inDatabase(test.config, ({ write }) =>
    write((transaction) => transaction.$executeRawUnsafe(`${sql} '${employee.id}'`)),
  );
  const recognize = async () => (await punch(kiosk, 'checkIn', await photoOf(1))).reason;
  await expect.poll(recognize, { timeout: 5_000 }).toBe('UNKNOWN_FACE');
  expect(await punch(kiosk, 'checkIn', await photoOf(2))).toMatchObject({ __typename: 'AttendanceRecorded' });
});
