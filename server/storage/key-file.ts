import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { StartupError } from '../errors.js';

export const KEY_BYTES = 32;

/** A key in base64, as 32 bytes; null for anything else. */
export function parseKey(text: string): Buffer | null {
  const key = Buffer.from(text.trim(), 'base64');
  return key.length === KEY_BYTES ? key : null;
}

/** Makes a file with a new key that only its owner can read. Throws where the file is there already. */
export function makeKeyFile(file: string): void {
  writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
}

/** The key in a file; null where there is no file. Throws StartupError when others can read it or it is damaged. */
export function readKeyFile(file: string): Buffer | null {
  try {
    if (!existsSync(file)) return null;
    refuseReadableByOthers(file);
    const key = parseKey(readFileSync(file, 'utf8'));
    if (key) return key;
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError([`${file} cannot be used (${String((error as NodeJS.ErrnoException).code)}).`]);
  }
  throw new StartupError([`${file} is damaged: it must hold 32 bytes in base64. Restore it from a backup.`]);
}

/** Throws StartupError with the command that mends it. File modes mean nothing on Windows. */
export function refuseReadableByOthers(file: string): void {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new StartupError([`${file} can be read by others. Run: chmod 600 "${file}"`]);
  }
}
