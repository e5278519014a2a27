import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files right in a folder that were last written before an instant; none where there is no such folder. */
export async function listFilesBefore(folder: string, instant: Date): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const left: string[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const stats = await stat(file).catch(() => null);
    if (stats?.isFile() && stats.mtime < instant) left.push(file);
  }
  return left;
}

export const removeFile = (file: string): Promise<void> => rm(file, { force: true });
