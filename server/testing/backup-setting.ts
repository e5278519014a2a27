import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { createTestApp, type TestApp } from './create-test-app.js';
import { runCommand, type CommandResult } from './run-command.js';
import { emptyDatabase, inDatabase } from './test-location.js';

export const PASSPHRASE = 'correct horse battery staple';

/** A server with a model version, and the commands that back it up to one file and restore it from there. */
export interface BackupSetting {
  test: TestApp;
  /** What the commands are given; a test may change it. */
  settings: NodeJS.ProcessEnv;
  file: string;
  backup: (...more: string[]) => Promise<CommandResult>;
  verify: () => Promise<CommandResult>;
  restore: (...more: string[]) => Promise<CommandResult>;
  /** Stops the server; folders and database are gone. */
  wipe: () => Promise<void>;
  /** The one column that is asked for. */
  query: (sql: string) => Promise<string[]>;
}

export async function createBackupSetting(options: Parameters<typeof createTestApp>[0] = {}): Promise<BackupSetting> {
  const test = await createTestApp(options);
  const { dataDir, faceImagesDir, modelsDir } = test.config;
  mkdirSync(join(modelsDir, 'v1'), { recursive: true });
  writeFileSync(join(modelsDir, 'v1', 'weights.bin'), 'weights');
  const settings: NodeJS.ProcessEnv = {
    ...options.env,
    DATA_DIR: dataDir,
    DATABASE_URL: urlOf(test.config),
    FACE_IMAGES_DIR: faceImagesDir,
    MODELS_DIR: modelsDir,
    BACKUP_PASSPHRASE: PASSPHRASE,
  };
  const file = join(test.folder, 'rollcall.backup');
  return {
    test,
    settings,
    file,
    backup: (...more) => runCommand('backup', ['--to', file, '--json', ...more], settings),
    verify: () => runCommand('backup', ['--verify', file, '--json'], settings),
    restore: (...more) => runCommand('restore', ['--from', file, '--json', ...more], settings),
    wipe: async () => {
      await test.app.stop();
      for (const folder of [dataDir, faceImagesDir, modelsDir]) rmSync(folder, { recursive: true, force: true });
      await emptyDatabase(test.config);
    },
    query: (sql) =>
      inDatabase(test.config, async ({ read }) =>
        (await read.$queryRawUnsafe<Record<string, string>[]>(sql)).map((row) => Object.values(row)[0]!),
      ),
  };
}

export const urlOf = ({ database }: Pick<Config, 'database'>): string =>
  database.engine === 'sqlite' ? `file:${database.file}` : database.url;
