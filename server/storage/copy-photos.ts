import type { FaceImages } from './face-images.js';
import type { PhotoPathRepository } from './photo-path.repository.js';
import { severalAtOnce } from './several-at-once.js';

const PEOPLE_AT_ONCE = 100;

export interface CopyOptions {
  /** Of people. */
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}

export interface PhotoCopyReport {
  copied: number;
  /** Were there already: of a copy that was stopped. */
  there: number;
  /** Named by rows, and at neither place: removed by retention. */
  gone: number;
}

/**
 * Copies every photograph that a row names from one place to another, sealed anew as the other one keeps them, and reads each
 * back. What is there already is left as it is, so a copy that was stopped is gone on with. Throws where what was read back
 * is not what was written.
 */
export async function copyPhotos(
  { people, from, to }: { people: PhotoPathRepository; from: FaceImages; to: FaceImages },
  { onProgress, signal }: CopyOptions,
): Promise<PhotoCopyReport> {
  const report: PhotoCopyReport = { copied: 0, there: 0, gone: 0 };
  const total = await people.countPeople();
  let done = 0;
  const copyOne = async ({
    employeeId,
    path,
  }: {
    employeeId: string;
    path: string;
  }): Promise<keyof PhotoCopyReport> => {
    if (await to.has(path)) return 'there';
    const jpeg = await from.read(path);
    if (!jpeg) return 'gone';
    await to.write(path, { employeeId, jpeg });
    if (!(await to.read(path))?.equals(jpeg)) throw new Error(`${path} is not the same at both places`);
    return 'copied';
  };
  async function* photographs() {
    for (let last: string | null = null; ;) {
      const ids: string[] = await people.listPeople(PEOPLE_AT_ONCE, last);
      for (const employeeId of ids) {
        for (const path of await people.listPaths(employeeId)) {
          signal.throwIfAborted();
          yield { employeeId, path };
        }
        onProgress(++done, total);
      }
      last = ids.at(-1) ?? null;
      if (ids.length < PEOPLE_AT_ONCE) return;
    }
  }
  for await (const what of severalAtOnce(photographs(), copyOne)) report[what]++;
  return report;
}
