import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '../backup/write-backup.js';
import { takePostgresqlSnapshot } from '../database/postgresql-snapshot.js';
import { takeSnapshot } from '../database/snapshot.js';
import { photoStore } from '../storage/photo-store.js';
import type { ApiClient } from '../testing/api-client.js';
import { createBackupSetting, PASSPHRASE, type BackupSetting } from '../testing/backup-setting.js';
import { createKiosk, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { hashesBelow, hashOfFile, listFiles } from '../testing/temporary-folder.js';

const PEOPLE = 10;
const EVENTS = 200;

let test: TestApp;
let kiosk: ApiClient;
let settings: NodeJS.ProcessEnv;
let file: string;
let { backup, verify, restore, wipe, query } = {} as BackupSetting;
beforeEach(async () => {
  ({ test, settings, file, backup, verify, restore, wipe, query } = await createBackupSetting());
  kiosk = await createKiosk(test.admin);
});
afterEach(() => test.stop());

describe('a backup made while people check in', () => {
  it(`brings ${EVENTS} events and their photographs back after everything is gone`, async () => {
    const photos = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => photoOf(index + 1)));
    for (let person = 1; person <= PEOPLE; person++) await register(test.admin, person);
    let turn = 0;
    const press = async (): Promise<string> => {
      const at = turn++;
      if (at % PEOPLE === 0) test.clock.forward(5);
      const field = Math.floor(at / PEOPLE) % 2 === 0 ? 'checkIn' : 'checkOut';
      const { event } = await punch(kiosk, field, photos[at % PEOPLE]!);
      return event.id;
    };
    const before: string[] = [];
    while (before.length < EVENTS) before.push(await press());

    let isRunning = true;
    const made = backup().finally(() => (isRunning = false));
    let during = 0;
    while (isRunning) {
      await press();
      during++;
    }
    const { code, stdout, stderr } = await made;
    expect({ code, stderr: stderr.replaceAll(/^\d+ of \d+ .*\n/gm, '') }).toEqual({ code: 0, stderr: '' });
    expect(during).toBeGreaterThan(0);
    const report = JSON.parse(stdout) as { photographs: number };
    expect(report).toMatchObject({
      photographsGone: { enrolment: 0, attendance: 0 },
      keys: ['template.key', 'signing.key'],
    });
    expect(report.photographs).toBeGreaterThanOrEqual(EVENTS + 2 * PEOPLE);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await verify()).toMatchObject({ code: 0 });

    const photographs = hashesBelow(test.config.faceImagesDir);
    const keys = ['template.key', 'signing.key'].map((name) => hashOfFile(join(test.config.dataDir, name)));
    await wipe();
    const restored = await restore();
    expect({ code: restored.code, problem: restored.stderr.includes('of this backup') }).toEqual({
      code: 0,
      problem: false,
    });

    const after = hashesBelow(test.config.faceImagesDir);
    for (const [name, hash] of after) expect([name, hash]).toEqual([name, photographs.get(name)]);
    const named = await query('SELECT "path" FROM "FaceSample" UNION SELECT "photoPath" FROM "AttendanceEvent"');
    expect([...after.keys()].sort()).toEqual(named.sort());
    expect(await query('SELECT "id" FROM "AttendanceEvent"')).toEqual(expect.arrayContaining(before));
    expect(['template.key', 'signing.key'].map((name) => hashOfFile(join(test.config.dataDir, name)))).toEqual(keys);
    expect(readFileSync(join(test.config.modelsDir, 'v1', 'weights.bin'), 'utf8')).toBe('weights');
    const leftOver = expect.stringMatching(/backup-work|restore|\.part/) as string;
    expect(listFiles(test.config.dataDir)).not.toContainEqual(leftOver);

    await test.restart();
    test.clock.forward(24 * 60);
    for (const [index, photo] of photos.entries()) {
      const answer = await punch(test.anonymous.as(kiosk.token), 'punch', photo);
      expect(answer.event.employee.name).toBe(`Person ${index + 1}`);
    }
  }, 180_000);
});

describe('a backup', () => {
  it('has its name only when it is complete', async () => {
    await register(test.admin, 1);
    const stopping = new AbortController();
    const made = writeBackup({
      folders: test.config,
      photos: await photoStore(test.config),
      takeSnapshot: (folder) => {
        const { database } = test.config;
        return database.engine === 'sqlite'
          ? takeSnapshot(database.file, folder)
          : takePostgresqlSnapshot(database.url, folder, stopping.signal);
      },
      to: file,
      secret: { passphrase: PASSPHRASE },
      withKeys: true,
      facts: { createdAt: '2026-03-02T08:00:00.000Z', program: 'test' },
      onPhotograph: () => stopping.abort(),
      signal: stopping.signal,
    });
    await expect(made).rejects.toThrow();
    expect(listFiles(test.folder).filter((name) => /rollcall\.backup|backup-work/.test(name))).toEqual([]);
  });

  it('says how many photographs that rows name are gone', async () => {
    await register(test.admin, 1, { checkIn: true });
    const [photo] = await query('SELECT "photoPath" FROM "AttendanceEvent"');
    rmSync(join(test.config.faceImagesDir, photo!));
    expect(JSON.parse((await backup()).stdout)).toMatchObject({
      photographs: 2,
      photographsGone: { enrolment: 0, attendance: 1 },
    });
  });
});

describe('a restore', () => {
  it('leaves nothing of a backup that is damaged, or opened by another passphrase', async () => {
    await register(test.admin, 1);
    await backup();
    await wipe();
    settings['BACKUP_PASSPHRASE'] = 'wrong horse battery staple';
    expect(await restore()).toMatchObject({ code: 1, stderr: expect.stringContaining('does not open') as string });
    settings['BACKUP_PASSPHRASE'] = PASSPHRASE;
    const bytes = readFileSync(file);
    bytes[bytes.length - 100]! ^= 1;
    writeFileSync(file, bytes);
    expect(await restore()).toMatchObject({ code: 1, stderr: expect.stringContaining('damaged') as string });
    expect(listFiles(test.config.dataDir).filter((name) => name !== 'instance.lock')).toEqual([]);
    expect(listFiles(test.config.faceImagesDir)).toEqual([]);
    writeFileSync(file, bytes.subarray(0, -5000));
    expect(await verify()).toMatchObject({ code: 1, stderr: expect.stringContaining('incomplete') as string });
  });

  it('repeats erasures by their receipts', async () => {
    const { employee } = await register(test.admin, 1);
    await register(test.admin, 2);
    await backup();
    const { receipt } = await test.app.services.erasures.erase(employee.id, 'test');
    const receipts = join(test.folder, 'receipt.json');
    writeFileSync(receipts, receipt!);
    await wipe();
    expect(await restore('--erasures', receipts)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"erasedAgain":1') as string,
    });
    expect(listFiles(test.config.faceImagesDir).filter((name) => name.includes(employee.imageId))).toEqual([]);
    await test.restart();
    const answer = async (person: number) => punch(test.anonymous.as(kiosk.token), 'punch', await photoOf(person));
    expect(await answer(1)).toMatchObject({ reason: 'UNKNOWN_FACE' });
    expect(await answer(2)).toMatchObject({ event: { employee: { name: 'Person 2' } } });
  });
});
