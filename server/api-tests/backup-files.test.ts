import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackupSetting, PASSPHRASE, type BackupSetting } from '../testing/backup-setting.js';
import type { TestApp } from '../testing/create-test-app.js';
import { hashesBelow, listFiles } from '../testing/temporary-folder.js';

// What is alike whatever the database: files, keys and folders.

let test: TestApp;
let settings: NodeJS.ProcessEnv;
let file: string;
let { backup, verify, restore, wipe } = {} as BackupSetting;
beforeEach(async () => {
  ({ test, settings, file, backup, verify, restore, wipe } = await createBackupSetting());
});
afterEach(() => test.stop());

describe('a backup', () => {
  it('writes over nothing', async () => {
    writeFileSync(file, 'mine');
    expect(await backup()).toMatchObject({ code: 1, stderr: expect.stringContaining('exists already') as string });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('leaves the keys out when told so', async () => {
    await backup('--without-keys');
    await wipe();
    expect(await restore()).toMatchObject({ code: 0, stdout: expect.stringContaining('"withKeys":false') as string });
    expect(listFiles(test.config.dataDir).filter((name) => name.includes('.key'))).toEqual([]);
  });

  it('is sealed by a key file as well, which others must not be able to read', async () => {
    const keyFile = join(test.folder, 'backup.key');
    writeFileSync(keyFile, Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 });
    Object.assign(settings, { BACKUP_PASSPHRASE: '', BACKUP_KEY_FILE: keyFile });
    expect(await backup()).toMatchObject({ code: 0 });
    expect(await verify()).toMatchObject({ code: 0 });
    Object.assign(settings, { BACKUP_PASSPHRASE: PASSPHRASE, BACKUP_KEY_FILE: '' });
    expect(await verify()).toMatchObject({ code: 1, stderr: expect.stringContaining('set BACKUP_KEY_FILE') as string });
  });
});

describe('a restore', () => {
  it('mixes with nothing that is there', async () => {
    await backup();
    await test.app.stop();
    const before = hashesBelow(test.config.dataDir);
    expect(await restore()).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') as string });
    expect(hashesBelow(test.config.dataDir)).toEqual(before);
  });

  it('goes below another folder when told so', async () => {
    await backup();
    await wipe();
    const into = join(test.folder, 'elsewhere');
    expect(await restore('--into', into)).toMatchObject({ code: 0 });
    expect(listFiles(into)).toEqual(expect.arrayContaining(['data/template.key', 'models/v1/weights.bin']));
    expect(listFiles(into)).toContain('data/rollcall.db');
    expect(listFiles(test.config.dataDir)).toEqual([]);
  });
});
