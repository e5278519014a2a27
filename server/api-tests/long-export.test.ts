import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { listFiles } from '../testing/temporary-folder.js';

/** What an answer may take here; what is sent in one go into the buffers of a connection takes less. */
const OPERATION_TIMEOUT_MS = 500;
const PHOTOGRAPHS = 40;
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ timing: { operationTimeoutMs: OPERATION_TIMEOUT_MS } });
});
afterAll(() => test.stop());

/** A photograph of 1 to 2 MB, which nothing makes smaller. */
const large = () =>
  sharp(randomBytes(1280 * 960 * 3), { raw: { width: 1280, height: 960, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();

it('is whole, though its reader takes longer than an answer may', async () => {
  const kiosk = await createKiosk(test.admin);
  const { employee } = await register(test.admin, 1);
  for (let at = 0; at < PHOTOGRAPHS; at++) {
    await punch(kiosk, 'punch', await photoOf(1));
    test.clock.forward(10);
  }
  const taken = listFiles(test.config.faceImagesDir).filter((name) => name.startsWith('Attendance Tracker/'));
  expect(taken).toHaveLength(PHOTOGRAPHS);
  const photograph = await large();
  for (const name of taken) writeFileSync(join(test.config.faceImagesDir, name), photograph);

  const { exportEmployee } = await test.admin.ask<{ exportEmployee: { path: string } }>(
    'mutation ($employeeId: ID!) { exportEmployee(employeeId: $employeeId) { path } }',
    { employeeId: employee.id },
  );
  const { body } = await fetch(test.anonymous.url + exportEmployee.path);
  const begun = Date.now();
  const chunks: Uint8Array[] = [];
  for await (const chunk of body!) {
    // From the first chunk on until the time of an answer is over; the server waits as long.
    if (chunks.length === 0) await new Promise((resolve) => setTimeout(resolve, 2 * OPERATION_TIMEOUT_MS));
    chunks.push(chunk as Uint8Array);
  }
  expect(Date.now() - begun).toBeGreaterThan(OPERATION_TIMEOUT_MS);
  const names = Object.keys(unzipSync(Buffer.concat(chunks)));
  expect(names.filter((name) => name.startsWith('photographs/Attendance Tracker/'))).toHaveLength(PHOTOGRAPHS);
  expect(names).toContain('index.html');
});
