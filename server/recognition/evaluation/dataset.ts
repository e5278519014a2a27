import { readdir } from 'node:fs/promises';
import path from 'node:path';

export type Part = 'Train' | 'Test';

export interface DatasetPhoto {
  person: string;
  /** Null where the set makes no such difference. */
  part: Part | null;
  file: string;
}

/** A set that cannot be evaluated; the message says in plain words why. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
}

/** Also what cannot be read here: it counts as not acquired, and is not passed over in silence. */
const IMAGE = /\.(jpe?g|png|webp|avif|heic|pgm|pnm|tiff?|gif|bmp)$/i;
const PARTS: readonly Part[] = ['Train', 'Test'];

/**
 * The photos of `folder/{person}/*`, or of `folder/Train/{person}/*` and `folder/Test/{person}/*` where there are these
 * two. Sorted, so that a seed always means the same splits. Files that are no images by their name, and hidden ones, are
 * passed over. Throws DatasetError for a folder that is missing, empty, or of one person.
 */
export async function listPhotos(folder: string): Promise<DatasetPhoto[]> {
  const names = await foldersIn(folder).catch((cause: unknown) => {
    throw new DatasetError(`The folder ${folder} cannot be read.`, { cause });
  });
  const parts = PARTS.flatMap((part) => {
    const name = names.find((other) => other.toLowerCase() === part.toLowerCase());
    return name ? [{ part, folder: path.join(folder, name) }] : [];
  });
  const photos =
    parts.length === PARTS.length
      ? (await Promise.all(parts.map((one) => photosOf(one.folder, one.part)))).flat()
      : await photosOf(folder, null);
  if (photos.length === 0) {
    throw new DatasetError(
      `There are no photos in ${folder}. It should hold a folder for each person, with photos in it.`,
    );
  }
  const people = new Set(photos.map(({ person }) => person)).size;
  if (people < 2) throw new DatasetError(`All photos in ${folder} are of one person. It takes two people at least.`);
  return photos;
}

async function photosOf(folder: string, part: Part | null): Promise<DatasetPhoto[]> {
  const photos: DatasetPhoto[] = [];
  for (const person of await foldersIn(folder)) {
    for (const name of (await readdir(path.join(folder, person))).sort()) {
      if (IMAGE.test(name) && !name.startsWith('.')) {
        photos.push({ person, part, file: path.join(folder, person, name) });
      }
    }
  }
  return photos;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}
