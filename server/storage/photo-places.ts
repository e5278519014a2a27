import type { ObjectStore } from './object-store.js';

/** Where photographs of check-ins and check-outs are, a folder a person below each. */
export const ATTENDANCE_FOLDERS = ['Attendance Tracker/Attend', 'Attendance Tracker/Leave'] as const;

/** Where photographs are that rows name, a folder a person below each. */
export const PHOTO_FOLDERS = ['Train', 'Test', ...ATTENDANCE_FOLDERS] as const;

/** Where those are whose rows are being committed, or that could not be moved to their place yet. */
export const INCOMING = '.incoming/';

export const stagedKey = (id: string): string => `${INCOMING}${id}.jpg`;

/** The places of all photographs but those. */
export async function* listPhotos(store: Pick<ObjectStore, 'list'>): AsyncGenerator<string, void, undefined> {
  for (const folder of PHOTO_FOLDERS) yield* store.list(`${folder}/`);
}

/**
 * Looks for a photo that a row names: one that was committed a moment ago may still be staged, and may be moved between
 * two looks.
 */
export async function lookForPhoto<T>(
  { id, path }: { id: string; path: string },
  look: (key: string) => Promise<T | null>,
): Promise<T | null> {
  return (await look(path)) ?? (await look(stagedKey(id))) ?? (await look(path));
}
