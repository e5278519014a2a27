import { access, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemClock } from '../clock.js';
import { StartupError } from '../errors.js';
import type { Logger } from '../logger.js';
import { ATTENDANCE_FOLDERS } from './attendance-photos.js';
import { removeIfThere, unlessMissing } from './missing-files.js';
import type { PhotoSealer, PhotoToSeal } from './photo-sealer.js';

const INCOMING = '.incoming';

export interface NewPhoto extends PhotoToSeal {
  id: string;
}

/**
 * Photographs below one folder. A photo is first staged under its id, then settled at its place once the row that names
 * it is committed, so that a stop at any moment leaves neither a row without a photo nor a photo without a row.
 */
export class FaceImages {
  constructor(
    private readonly root: string,
    private readonly logger: Logger,
    private readonly sealer: PhotoSealer,
  ) {}

  /** Makes the folder. Throws StartupError when it cannot be written to. */
  async open(): Promise<void> {
    try {
      await mkdir(join(this.root, INCOMING), { recursive: true, mode: 0o700 });
      await access(this.root, constants.W_OK);
    } catch (cause) {
      throw new StartupError([
        `FACE_IMAGES_DIR: cannot write to ${this.root} (${String((cause as NodeJS.ErrnoException).code)})`,
      ]);
    }
  }

  /**
   * Keeps photos along with the rows that name them. `commit` writes the rows; when it gives null or throws, the photos
   * are gone as well. `pathOf` says where each belongs, relative to the folder, with forward slashes. Ids are ours, never
   * a client's.
   */
  async keep<T>(
    photos: NewPhoto[],
    commit: () => Promise<T | null>,
    pathOf: (committed: T, id: string) => string,
  ): Promise<T | null> {
    let committed: T | null = null;
    try {
      for (const photo of photos) {
        await writeFile(this.staged(photo.id), await this.sealer.seal(photo), { mode: 0o600, flush: true });
      }
      committed = await commit();
    } finally {
      if (committed === null) for (const { id } of photos) await this.discard(id);
    }
    if (committed !== null) for (const { id } of photos) await this.settle(id, pathOf(committed, id));
    return committed;
  }

  /**
   * After a stop: settles what was committed and removes the rest. `pathOf` knows the committed ones. What was written in the
   * last `untouchedMs` is left alone: it may be under way at another server.
   */
  async recover(pathOf: (id: string) => Promise<string | null>, untouchedMs = 0): Promise<void> {
    for (const id of await this.listStaged()) {
      if (untouchedMs > 0 && (await ageOf(this.staged(id))) < untouchedMs) continue;
      const path = await pathOf(id);
      await (path ? this.settle(id, path) : this.discard(id));
    }
  }

  /** The JPEG at a path; null where there is none any more, or none that can be opened. */
  async read(path: string): Promise<Buffer | null> {
    const bytes = await readFile(join(this.root, path)).catch(unlessMissing);
    return bytes && this.sealer.open(bytes);
  }

  /** Writes a photo anew as photos are kept now: with the person's newest key, or plain. False where there is none. */
  async reseal(path: string, employeeId: string): Promise<boolean> {
    const file = join(this.root, path);
    const bytes = await readFile(file).catch(unlessMissing);
    const jpeg = bytes && (await this.sealer.open(bytes));
    if (!jpeg) return false;
    if (this.sealer.isFinal(bytes)) return true;
    await writeFile(`${file}.new`, await this.sealer.seal({ employeeId, jpeg }), { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
    return true;
  }

  /** Removes the folders of a person, and those of their photos that are still staged. Returns how many files went. */
  async removeAllOf(imageId: string, stagedIds: readonly string[]): Promise<number> {
    const folders = ['Train', 'Test', ...ATTENDANCE_FOLDERS];
    let removed = 0;
    for (const folder of folders.map((parent) => join(this.root, parent, imageId))) {
      removed += ((await readdir(folder).catch(unlessMissing)) ?? []).length;
      await rm(folder, { recursive: true, force: true });
    }
    for (const id of stagedIds) if (await removeIfThere(this.staged(id))) removed++;
    return removed;
  }

  /** The ids of photos whose rows are being committed, or that could not be moved. */
  async listStaged(): Promise<string[]> {
    return (await readdir(join(this.root, INCOMING))).map((file) => file.replace(/\.jpg$/, ''));
  }

  /** What cannot be moved now stays staged, and is moved at the next start. */
  private async settle(id: string, path: string): Promise<void> {
    try {
      const target = join(this.root, path);
      const move = () => rename(this.staged(id), target);
      // The person's folder is there but for their first photo.
      await move().catch(async () => {
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await move();
      });
    } catch (error) {
      this.logger.error(
        { err: error, photo: id },
        'a photo could not be moved to its place; the next start tries again',
      );
    }
  }

  private async discard(id: string): Promise<void> {
    await rm(this.staged(id), { force: true });
  }

  private staged(id: string): string {
    return join(this.root, INCOMING, `${id}.jpg`);
  }
}

/** Milliseconds since a file was written; 0 for one that is gone meanwhile. */
async function ageOf(file: string): Promise<number> {
  const found = await stat(file).catch(unlessMissing);
  return found ? systemClock.now().getTime() - found.mtimeMs : 0;
}
