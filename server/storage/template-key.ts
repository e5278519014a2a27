import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../errors.js';

/**
 * The key that seals face templates: TEMPLATE_KEY if given, else the file `template.key` in the data folder, made with
 * mode 0600 when there is nothing sealed yet. Throws StartupError when it is missing, readable by others, or damaged.
 */
export function loadTemplateKey(options: {
  fromEnvironment: Buffer | null;
  dataDir: string;
  templatesExist: boolean;
}): Buffer {
  if (options.fromEnvironment) return options.fromEnvironment;
  const file = join(options.dataDir, 'template.key');
  try {
    return readOrMake(file, options.templatesExist);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError([`${file} cannot be used (${String((error as NodeJS.ErrnoException).code)}).`]);
  }
}

function readOrMake(file: string, templatesExist: boolean): Buffer {
  if (!existsSync(file)) {
    if (templatesExist) {
      throw new StartupError([
        `${file} is missing, and the enrolled faces cannot be read without it. Restore it, or set TEMPLATE_KEY.`,
      ]);
    }
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new StartupError([`${file} can be read by others. Run: chmod 600 "${file}"`]);
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32)
    throw new StartupError([`${file} is damaged: it must hold 32 bytes in base64. Restore it from a backup.`]);
  return key;
}
