import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { BucketStore } from '../storage/bucket-store.js';
import { createBackupSetting, type BackupSetting } from '../testing/backup-setting.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { createLogLines } from '../testing/log-lines.js';
import { runCommand } from '../testing/run-command.js';
import { listFiles } from '../testing/temporary-folder.js';
import { inDatabase } from '../testing/test-location.js';
import { describeWithBucket } from '../testing/with-bucket.js';

let test: TestApp;
let { settings, backup, restore, wipe } = {} as BackupSetting;
let places = 0;
const log = createLogLines();

// Photographs in a bucket, of a server that checks signatures, instead of a folder.
describeWithBucket('a bucket', (server) => {
  /** An installation with a part of the bucket for itself. */
  async function setUp(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const ofBucket = { ...server().env, S3_PREFIX: `place-${places++}` };
    const options = { env: { ...ofBucket, ...env }, logger: log.logger };
    ({ test, settings, backup, restore, wipe } = await createBackupSetting(options));
    Object.assign(settings, ofBucket);
    const { stop } = test;
    onTestFinished(stop);
  }
  const storeOf = () => new BucketStore({ ...server().settings, prefix: `${settings['S3_PREFIX']}/` });
  async function inBucket(): Promise<string[]> {
    const keys: string[] = [];
    for await (const key of storeOf().list('')) keys.push(key);
    return keys.sort();
  }
  const inFolder = () => listFiles(test.config.faceImagesDir);

  it('holds the photographs of the main job, sealed, and the folder none', async () => {
    await setUp();
    const kiosk = await createKiosk(test.admin);
    const { employee } = await register(test.admin, 1, { checkIn: true });
    test.clock.forward(480);
    expect(await punch(kiosk, 'checkOut', await photoOf(1))).toMatchObject({ attendance: { workedMinutes: 480 } });
    const keys = await inBucket();
    expect(keys.map((key) => key.slice(0, key.lastIndexOf('/')))).toEqual([
      `Attendance Tracker/Attend/${employee.imageId}`,
      `Attendance Tracker/Leave/${employee.imageId}`,
      `Test/${employee.imageId}`,
      `Train/${employee.imageId}`,
    ]);
    for (const key of keys) expect(String((await storeOf().get(key))!.subarray(0, 8))).toBe('RCPHOTO1');
    expect(inFolder()).toEqual([]);
    await test.restart();
    expect(await inBucket()).toEqual(keys);
  });

  it('holds none of somebody whose face was erased, and none past its time', async () => {
    await setUp();
    const { employee } = await register(test.admin, 1, { checkIn: true });
    await register(test.admin, 2, { checkIn: true });
    const erase = 'mutation ($employeeId: ID!) { eraseFace(employeeId: $employeeId) { receipt } }';
    const { eraseFace } = await test.admin.ask<{ eraseFace: { receipt: string } }>(erase, { employeeId: employee.id });
    expect(eraseFace.receipt).toContain('"files": 3');
    expect((await inBucket()).map((key) => key.split('/').at(-2))).toEqual(['2_Person2', '2_Person2', '2_Person2']);
    test.clock.forward(31 * 24 * 60);
    const { removed } = await test.app.services.purges.run('schedule');
    expect(removed).toMatchObject({ attendancePhotos: 1 });
    expect((await inBucket()).map((key) => key.split('/')[0])).toEqual(['Test', 'Train']);
  });

  it('may be out of reach: nothing is recorded then, and the same punch is taken once afterwards', async () => {
    await setUp();
    const kiosk = await createKiosk(test.admin);
    await register(test.admin, 1);
    const before = await inBucket();
    await server().stop();
    try {
      await expect(punch(kiosk, 'checkIn', await photoOf(1), 'a key')).rejects.toThrow('UNAVAILABLE');
    } finally {
      await server().start();
    }
    expect(JSON.stringify(log.lines)).not.toMatch(/AWS4-HMAC|Signature=|test:tester/);
    expect(await punch(kiosk, 'checkIn', await photoOf(1), 'a key')).toMatchObject({ event: { kind: 'CHECK_IN' } });
    const rows = await inDatabase(test.config, ({ read }) => read.attendanceEvent.count());
    expect(rows).toBe(1);
    expect((await inBucket()).filter((key) => !before.includes(key))).toEqual([
      expect.stringMatching(/^Attendance Tracker\/Attend\/1_Person1\//),
    ]);
  }, 60_000);

  it('is in the backup, and comes back from it', async () => {
    await setUp();
    for (const person of [1, 2, 3]) await register(test.admin, person, { checkIn: true });
    const before = new Map<string, Buffer>();
    for (const key of await inBucket()) before.set(key, (await storeOf().get(key))!);
    expect(before.size).toBe(9);
    const made = await backup();
    expect(JSON.parse(made.stdout)).toMatchObject({ photographs: 9, photographsGone: { enrolment: 0, attendance: 0 } });

    await wipe();
    expect(await restore()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('photographs already') as string,
    });
    for (const key of before.keys()) await storeOf().remove(key);
    await wipe();
    expect(await restore()).toMatchObject({ code: 0 });
    expect(await inBucket()).toEqual([...before.keys()]);
    for (const [key, bytes] of before) expect((await storeOf().get(key))!.equals(bytes)).toBe(true);
    expect(inFolder()).toEqual([]);
    await test.restart();
    test.clock.forward(480);
    const kiosk = await createKiosk(test.admin);
    expect(await punch(kiosk, 'checkOut', await photoOf(2))).toMatchObject({
      event: { employee: { name: 'Person 2' } },
    });
  }, 60_000);

  it('takes what is in the folder, and gives it back', async () => {
    await setUp({ S3_BUCKET: '' });
    for (const person of [1, 2]) await register(test.admin, person, { checkIn: true });
    const [paths, lost] = [inFolder(), inFolder().find((path) => path.startsWith('Attendance'))!];
    expect(paths).toHaveLength(6);
    await test.app.stop();
    rmSync(join(test.config.faceImagesDir, lost));
    const copy = (...args: string[]) => runCommand('photos-copy', [...args, '--json'], settings);
    const there = paths[0] === lost ? paths[1]! : paths[0]!;
    await storeOf().put(there, Buffer.from('copied before'));
    const copied = await copy();
    expect(JSON.parse(copied.stdout || copied.stderr)).toEqual({ copied: 4, there: 1, gone: 1 });
    expect(JSON.parse((await copy()).stdout)).toEqual({ copied: 0, there: 5, gone: 1 });
    expect(await inBucket()).toEqual(paths.filter((path) => path !== lost));
    await storeOf().remove(there);
    rmSync(test.config.faceImagesDir, { recursive: true });
    expect(JSON.parse((await copy('--from', 'bucket')).stdout)).toEqual({ copied: 4, there: 0, gone: 2 });
    expect(inFolder()).toEqual(paths.filter((path) => ![lost, there].includes(path)));
  }, 60_000);

  it('is looked at by the doctor', async () => {
    await setUp();
    await register(test.admin, 1);
    const [missing, ...others] = await inBucket();
    const check = async () => {
      const { stdout } = await runCommand('doctor', ['--json'], settings);
      const { findings } = JSON.parse(stdout) as { findings: { check: string; status: string; says: string }[] };
      return findings.filter(({ check }) => check === 'photographs');
    };
    expect(await check()).toMatchObject([{ status: 'ok' }]);
    await storeOf().remove(missing!);
    await storeOf().put(`${others[0]}.jpg`, Buffer.from('nobody'));
    expect(await check()).toMatchObject([
      { status: 'problem', says: expect.stringContaining('gone: 1') as string },
      { status: 'warning', says: expect.stringContaining('no row names: 1') as string },
    ]);
    await server().stop();
    try {
      expect(await check()).toMatchObject([
        { status: 'problem', says: expect.stringContaining('cannot be read') as string },
      ]);
    } finally {
      await server().start();
    }
    await server().keepVersions();
    expect((await check()).at(-1)).toMatchObject({
      status: 'warning',
      says: expect.stringContaining('keeps versions') as string,
    });
  }, 60_000);

  it('is not started with where it cannot be written to', async () => {
    const env = { ...server().env, S3_SECRET_ACCESS_KEY: 'wrong' };
    await expect(createTestApp({ env })).rejects.toThrow(/^S3_BUCKET: cannot write to faces \(SignatureDoesNotMatch/);
  });
});
