import { readFileSync } from 'node:fs';
import { StartupError } from '../../errors.js';
import { refuseReadableByOthers } from '../../storage/key-file.js';

const SECRET = /^[\x21-\x7e]{32,500}$/;

/**
 * What the nodes of an installation know each other by: as it is set, or what a file holds that its owner alone can read.
 * Throws StartupError where there is none, or the file cannot be used.
 */
export function loadNodeSecret({ secret, secretFile }: { secret: string | null; secretFile: string | null }): string {
  if (secret) return secret;
  const refusal = (problem: string) => new StartupError([`RECOGNITION_SECRET_FILE: ${problem}`]);
  if (!secretFile) throw new StartupError(['RECOGNITION_SECRET: set it, or RECOGNITION_SECRET_FILE']);
  let text: string;
  try {
    refuseReadableByOthers(secretFile);
    text = readFileSync(secretFile, 'utf8').trim();
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw refusal(`${secretFile} cannot be read (${String((error as NodeJS.ErrnoException).code)})`);
  }
  if (!SECRET.test(text)) throw refusal(`${secretFile} must hold 32 to 500 letters, digits and signs without spaces`);
  return text;
}
