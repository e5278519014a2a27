import { open, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { DomainError } from '../errors.js';
import { checkSize, isPhotoName, MOST_FILES, UnreadablePhoto, type PhotoFiles } from './photo-files.js';

const MOST_DEPTH = 10;

/** The photographs below a folder; links are not followed. Throws BAD_USER_INPUT for one that cannot be read. */
export async function openFolder(folder: string): Promise<PhotoFiles> {
  const paths: string[] = [];
  try {
    await collect(folder, folder, MOST_DEPTH, paths);
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    throw new DomainError('BAD_USER_INPUT', `The folder ${folder} cannot be read.`, { cause });
  }
  return { paths: paths.sort(), ...filesBelow(folder) };
}

/** Reads files by their paths from a folder on, or by absolute ones. */
export function filesBelow(folder: string): Omit<PhotoFiles, 'paths'> {
  return {
    async read(path) {
      try {
        const file = await open(resolve(folder, path));
        try {
          checkSize((await file.stat()).size);
          return await file.readFile();
        } finally {
          await file.close();
        }
      } catch (error) {
        if (error instanceof UnreadablePhoto) throw error;
        throw new UnreadablePhoto(`The file cannot be read (${String((error as NodeJS.ErrnoException).code)}).`);
      }
    },
    close: async () => undefined,
  };
}

async function collect(root: string, folder: string, depth: number, paths: string[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    const path = relative(root, file).split(sep).join('/');
    if (entry.isDirectory() && depth > 0 && entry.name !== 'node_modules') await collect(root, file, depth - 1, paths);
    else if (entry.isFile() && isPhotoName(path)) paths.push(path);
    if (paths.length > MOST_FILES) throw new DomainError('BAD_USER_INPUT', `There are more than ${MOST_FILES} photos.`);
  }
}
