import { access, constants, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupError } from '../errors.js';
import type { Logger } from '../logger.js';

const INCOMING = '.incoming';

export interface NewPhoto {
  id: string;
  jpeg: Buffer;
}

/**
 * Photographs below one folder. A photo is first staged under its id, then settled at its place once the row that names
 * it is committed, so that a stop at any moment leaves neither a row without a photo nor a photo without a row.
 */
export class FaceImages {
  constructor(
    private readonly root: string,
    private readonly logger: Logger,
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
      for (const { id, jpeg } of photos) await writeFile(this.staged(id), jpeg, { mode: 0o600, flush: true });
      committed = await commit();
    } finally {
      if (committed === null) for (const { id } of photos) await this.discard(id);
    }
    if (committed !== null) for (const { id } of photos) await this.settle(id, pathOf(committed, id));
    return committed;
  }

  /** A photo that is kept; null when there is none (any more). `path` is relative to the folder, from our own rows. */
  async read(path: string): Promise<Buffer | null> {
    try {
      return await readFile(join(this.root, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** After a stop: settles what was committed and removes the rest. `pathOf` knows the committed ones. */
  async recover(pathOf: (id: string) => Promise<string | null>): Promise<void> {
    for (const file of await readdir(join(this.root, INCOMING))) {
      const id = file.replace(/\.jpg$/, '');
      const path = await pathOf(id);
      await (path ? this.settle(id, path) : this.discard(id));
    }
  }

  /** What cannot be moved now stays staged, and is moved at the next start. */
  private async settle(id: string, path: string): Promise<void> {
    try {
      const target = join(this.root, path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(this.staged(id), target);
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
