import type { Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { DomainError } from '../errors.js';
import { checkSize, isPhotoName, MOST_FILES, UnreadablePhoto, type PhotoFiles } from './photo-files.js';

const MOST_DEPTH = 10;
/** What programs bring along: pictures in there are of nobody. */
export const PASSED_OVER = /^(node_modules|\.git|\.venv|venv|env|site-packages|__pycache__)$/i;

/** The photographs below a folder; links are not followed. Throws BAD_USER_INPUT for one that cannot be read. */
export async function openFolder(folder: string): Promise<PhotoFiles> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new DomainError('BAD_USER_INPUT', `The folder ${folder} cannot be read.`, { cause });
  });
  const found = { paths: [] as string[], problems: [] as string[] };
  await collect(folder, entries, MOST_DEPTH, found);
  return { paths: found.paths.sort(), problems: found.problems, ...filesBelow(folder) };
}

/** Reads files by their paths from a folder on, or by absolute ones. */
export function filesBelow(folder: string): Pick<PhotoFiles, 'read' | 'close'> {
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

async function collect(
  root: string,
  entries: readonly Dirent[],
  depth: number,
  found: { paths: string[]; problems: string[] },
): Promise<void> {
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(root, file).split(sep).join('/');
    if (entry.isDirectory() && depth > 0 && !PASSED_OVER.test(entry.name)) {
      // Containers leave folders of other users beside the photographs.
      const below = await readdir(file, { withFileTypes: true }).catch(() => null);
      if (below) await collect(root, below, depth - 1, found);
      else found.problems.push(`The folder ${path} cannot be read.`);
    } else if (entry.isFile() && isPhotoName(path)) found.paths.push(path);
    if (found.paths.length > MOST_FILES)
      throw new DomainError('BAD_USER_INPUT', `There are more than ${MOST_FILES} photos.`);
  }
}
