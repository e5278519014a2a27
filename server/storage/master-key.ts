import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../errors.js';
import { makeKeyFile, parseKey, readKeyFile } from './key-file.js';

const COMMAND_TIMEOUT_MS = 15_000;

/** Seals the keys of people. `id` names it in the database without telling anything of it. */
export interface MasterKey {
  id: string;
  key: Buffer;
}

/** Where the master keys of an installation come from: a command, the environment, or files in the data folder. */
export interface MasterKeySources {
  dataDir: string;
  command: string | null;
  fromEnvironment: Buffer | null;
  /** The key that takes over, while keys are rotated. */
  nextCommand: string | null;
  nextFromEnvironment: Buffer | null;
}

/** The master keys at hand: one, or two from the beginning of a rotation to its end. */
export class Keyring {
  constructor(
    private readonly old: MasterKey,
    private next: MasterKey | null = null,
  ) {}

  /** The one that seals what is new. */
  get current(): MasterKey {
    return this.next ?? this.old;
  }

  /** The key that sealed templates before people had keys of their own. */
  get forOldTemplates(): Buffer {
    return this.old.key;
  }

  get isRotating(): boolean {
    return this.next !== null;
  }

  /** All of them, the one that seals what is new first. */
  get all(): readonly MasterKey[] {
    return this.next ? [this.next, this.old] : [this.old];
  }

  find(id: string): MasterKey | null {
    return this.all.find((key) => key.id === id) ?? null;
  }

  /** Begins a rotation: from now on this key seals what is new. */
  begin(next: Buffer): void {
    this.next = masterKey(next);
  }
}

/** A name for a key, from which nothing of it can be told: HMAC-SHA-256 of a constant, 64 bits of it. */
export const masterKey = (key: Buffer): MasterKey => ({
  id: createHmac('sha256', key).update('rollcall master key').digest('hex').slice(0, 16),
  key,
});

const keyFile = (dataDir: string): string => join(dataDir, 'template.key');
const nextKeyFile = (dataDir: string): string => join(dataDir, 'template.key.next');

/**
 * The master keys: by MASTER_KEY_COMMAND or TEMPLATE_KEY if given, else from `template.key` in the data folder, made with
 * mode 0600 when there is nothing sealed yet. `usedIds` are the ids under which something is sealed, `othersExist` whether
 * something is that names no id. Throws StartupError
 * when a key is missing, readable by others, damaged, or not one of those that were used.
 */
export async function loadKeyring(
  sources: MasterKeySources,
  sealed: { usedIds: readonly string[]; othersExist: boolean },
): Promise<Keyring> {
  const { dataDir } = sources;
  const given = await readGiven(sources.command, 'MASTER_KEY_COMMAND', sources.fromEnvironment);
  const old = given ?? ownKey(dataDir, sealed.usedIds.length > 0 || sealed.othersExist);
  const nextGiven = await readGiven(sources.nextCommand, 'MASTER_KEY_NEXT_COMMAND', sources.nextFromEnvironment);
  const next = nextGiven ?? (given ? null : readKeyFile(nextKeyFile(dataDir)));
  const keyring = new Keyring(masterKey(old), next && masterKey(next));
  if (sealed.usedIds.some((id) => keyring.find(id) === null)) throw wrongKey();
  return keyring;
}

/** Said where what is sealed does not open with the keys at hand. */
export const wrongKey = (): StartupError =>
  new StartupError([
    'The enrolled faces cannot be decrypted: the key is not the one they were stored with, or the database was damaged. ' +
      'Restore template.key (or TEMPLATE_KEY, MASTER_KEY_COMMAND) from the same backup as the database. If keys were being ' +
      'rotated, both the old and the new one are needed until that has finished.',
  ]);

/** Makes the key that takes over from `template.key`. Throws where there is one: go on with that. */
export function makeNextKey(dataDir: string): Buffer {
  makeKeyFile(nextKeyFile(dataDir));
  return readKeyFile(nextKeyFile(dataDir))!;
}

/** After a rotation: the next key takes the place of the old one, which is gone. False where keys are not in files. */
export function promoteNextKey(dataDir: string): boolean {
  if (readKeyFile(nextKeyFile(dataDir)) === null) return false;
  renameSync(nextKeyFile(dataDir), keyFile(dataDir));
  return true;
}

function ownKey(dataDir: string, isNeeded: boolean): Buffer {
  const file = keyFile(dataDir);
  const key = readKeyFile(file);
  if (key) return key;
  if (isNeeded) {
    throw new StartupError([
      `${file} is missing, and the enrolled faces cannot be read without it. Restore it, or set TEMPLATE_KEY.`,
    ]);
  }
  makeKeyFile(file);
  return readKeyFile(file)!;
}

/** What the operator's command prints, by the system's shell; what it says besides is not repeated, it may hold the key. */
async function readGiven(
  command: string | null,
  setting: string,
  fromEnvironment: Buffer | null,
): Promise<Buffer | null> {
  if (!command) return fromEnvironment;
  const [shell, flag] = process.platform === 'win32' ? ['cmd', '/c'] : ['/bin/sh', '-c'];
  try {
    const { stdout } = await promisify(execFile)(shell, [flag, command], { timeout: COMMAND_TIMEOUT_MS });
    const key = parseKey(stdout);
    if (key) return key;
  } catch (error) {
    const { code, killed } = error as { code?: unknown; killed?: boolean };
    const why = killed ? `did not end within ${COMMAND_TIMEOUT_MS / 1000} seconds` : `failed (${String(code)})`;
    throw new StartupError([`${setting}: the command ${why}.`]);
  }
  throw new StartupError([`${setting}: the command must print 32 bytes in base64 and nothing else.`]);
}
