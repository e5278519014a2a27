import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeIfThere, unlessMissing } from './missing-files.js';

/** Where photographs of check-ins and check-outs are, a folder a person below each. */
export const ATTENDANCE_FOLDERS = ['Attendance Tracker/Attend', 'Attendance Tracker/Leave'] as const;

/** An instant as it stands in the name of an attendance photo: in its order, and without colons. */
export const stampOf = (instant: Date): string => instant.toISOString().slice(0, 19).replaceAll(':', '-');

/** Photographs of check-ins and check-outs, below the face images folder. */
export class AttendancePhotos {
  constructor(private readonly root: string) {}

  /** Paths of those that were made before an instant, by the time in their names. */
  async *listBefore(instant: Date): AsyncGenerator<string, void, undefined> {
    const before = stampOf(instant);
    for (const folder of ATTENDANCE_FOLDERS) {
      for (const person of (await readdir(join(this.root, folder)).catch(unlessMissing)) ?? []) {
        const names = (await readdir(join(this.root, folder, person)).catch(unlessMissing)) ?? [];
        for (const name of names) if (name < before) yield `${folder}/${person}/${name}`;
      }
    }
  }

  /** Whether there was a photo at the path; now there is none. */
  remove(path: string): Promise<boolean> {
    return removeIfThere(join(this.root, path));
  }
}
