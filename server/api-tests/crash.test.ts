import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { administrator, punch, register, signIn } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { listFiles } from '../testing/temporary-folder.js';
import { makeTestLocation, type TestLocation } from '../testing/test-location.js';

const PEOPLE = 20;
const CHECK_INS = 200;

let folder: string;
let location: TestLocation;
let server: ChildProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-crash-'));
  location = await makeTestLocation(join(folder, 'data'));
});
afterEach(async () => {
  server.kill('SIGKILL');
  await location.drop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<ApiClient> {
  const program = new URL('../../dist/server/testing/serve-fake-engine.js', import.meta.url);
  server = spawn(process.execPath, [program.pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: location.url,
      DATA_DIR: join(folder, 'data'),
      FACE_IMAGES_DIR: join(folder, 'Face Images'),
      MODELS_DIR: join(folder, 'models'),
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      LOG_LEVEL: 'silent',
    },
  });
  const [printed] = (await once(server.stdout!, 'data')) as [Buffer];
  return signIn(new ApiClient(`http://127.0.0.1:${printed.toString().trim()}`), administrator);
}

it(`has every acknowledged one of ${CHECK_INS} punches exactly once after a kill -9`, async () => {
  let client = await start();
  const photos = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => photoOf(index + 1)));
  for (let person = 1; person <= PEOPLE; person++) await register(client, person, { photos: [photos[person - 1]!] });

  const acknowledged: string[] = [];
  let sent = 0;
  const dead = once(server, 'exit');
  const kiosk = async (): Promise<void> => {
    while (sent < CHECK_INS) {
      const index = sent++;
      const field = Math.floor(index / PEOPLE) % 2 === 0 ? 'checkIn' : 'checkOut';
      const answer = await punch(client, field, photos[index % PEOPLE]!, `key ${index}`).catch(() => null);
      if (!answer) return;
      if (answer.__typename === 'AttendanceRecorded') acknowledged.push(answer.event.id);
      if (acknowledged.length === CHECK_INS / 2) server.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 8 }, kiosk));
  await dead;
  expect(acknowledged.length).toBeGreaterThanOrEqual(CHECK_INS / 2);
  expect(acknowledged.length).toBeLessThan(CHECK_INS);

  client = await start();
  const { attendanceEvents } = await client.ask<{ attendanceEvents: { edges: { node: { id: string } }[] } }>(
    '{ attendanceEvents(first: 200) { edges { node { id } } } }',
  );
  const logged = attendanceEvents.edges.map((edge) => edge.node.id);
  expect(new Set(logged).size).toBe(logged.length);
  for (const id of acknowledged) expect(logged).toContain(id);

  const kept = listFiles(join(folder, 'Face Images'));
  expect(kept.filter((name) => name.startsWith('Attendance Tracker/'))).toHaveLength(logged.length);
  expect(kept.filter((name) => name.startsWith('.incoming/'))).toEqual([]);
});
