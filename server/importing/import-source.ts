import { open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DomainError } from '../errors.js';
import { filesBelow, openFolder } from './folder-files.js';
import { peopleInCsv } from './people-csv.js';
import { peopleInFolders } from './people-in-folders.js';
import type { PersonFound } from './person-found.js';
import type { PhotoFiles } from './photo-files.js';
import { openZip } from './zip-files.js';

const MOST_CSV_BYTES = 64 * 1024 * 1024;

/** Who is to be imported from where. */
export interface ImportSource {
  people: PersonFound[];
  files: Pick<PhotoFiles, 'read' | 'close'>;
  /** What of the source could not be made sense of. */
  problems: string[];
}

/**
 * People of a folder, of a ZIP archive, or of a list: told by what is at the path, not by its name. Throws BAD_USER_INPUT
 * in plain words for what is none of these, or holds nobody.
 */
export async function openSource(path: string): Promise<ImportSource> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new DomainError('BAD_USER_INPUT', `There is nothing at ${path}.`, { cause });
  });
  if (found.isDirectory()) return inFolders(await openFolder(path), path);
  if (await startsLikeZip(path)) return inFolders(await openZip(path), path);
  if (found.size > MOST_CSV_BYTES)
    throw new DomainError('BAD_USER_INPUT', `${path} is too large for a list of people.`);
  const { people, problems } = peopleInCsv(await readFile(path, 'utf8'));
  return {
    people,
    files: filesBelow(dirname(path)),
    problems: problems.map(({ line, reason }) => `Line ${line}: ${reason}`),
  };
}

async function inFolders(files: PhotoFiles, path: string): Promise<ImportSource> {
  const { people, unclaimed } = peopleInFolders(files.paths);
  if (people.length === 0) {
    await files.close();
    throw new DomainError(
      'BAD_USER_INPUT',
      `There are no photographs of people in ${path}. It should hold a folder for each person, named 7_AnnaBerg or Anna Berg.`,
    );
  }
  const problems = unclaimed.map((file) => `${file} lies in no folder of a person.`);
  return { people, files, problems: [...files.problems, ...problems] };
}

/** The signature of a local file header, or of an archive without any (PKWARE APPNOTE 4.3.7, 4.3.16). */
async function startsLikeZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return ['PK\x03\x04', 'PK\x05\x06'].includes(buffer.toString('latin1'));
  } finally {
    await file.close();
  }
}
