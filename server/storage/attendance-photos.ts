import type { ObjectStore } from './object-store.js';
import { ATTENDANCE_FOLDERS } from './photo-places.js';

/** An instant as it stands in the name of an attendance photo: in its order, and without colons. */
export const stampOf = (instant: Date): string => instant.toISOString().slice(0, 19).replaceAll(':', '-');

/** Photographs of check-ins and check-outs. */
export class AttendancePhotos {
  constructor(private readonly store: ObjectStore) {}

  /** Paths of those that were made before an instant, by the time in their names. */
  async *listBefore(instant: Date): AsyncGenerator<string, void, undefined> {
    const before = stampOf(instant);
    for (const folder of ATTENDANCE_FOLDERS) {
      for await (const key of this.store.list(`${folder}/`)) {
        if (key.slice(key.lastIndexOf('/') + 1) < before) yield key;
      }
    }
  }

  /** Whether there was a photo at the path; now there is none. */
  remove(path: string): Promise<boolean> {
    return this.store.remove(path);
  }
}
