import { systemClock } from '../clock.js';
import type { Logger } from '../logger.js';
import { newId } from '../ids.js';
import type { ObjectStore } from './object-store.js';
import type { PhotoSealer, PhotoToSeal } from './photo-sealer.js';
import { INCOMING, PHOTO_FOLDERS, stagedKey } from './photo-places.js';

export interface NewPhoto extends PhotoToSeal {
  id: string;
}

/**
 * Photographs. One is first staged under its id, then settled at its place once the row that names it is committed, so
 * that a stop at any moment leaves neither a row without a photo nor a photo without a row.
 */
export class FaceImages {
  constructor(
    private readonly store: ObjectStore,
    private readonly logger: Logger,
    private readonly sealer: PhotoSealer,
  ) {}

  /**
   * Keeps photos along with the rows that name them. `commit` writes the rows; when it gives null or throws, the photos
   * are gone as well. `pathOf` says where each belongs, with forward slashes. Ids are ours, never a client's.
   */
  async keep<T>(
    photos: NewPhoto[],
    commit: () => Promise<T | null>,
    pathOf: (committed: T, id: string) => string,
  ): Promise<T | null> {
    let committed: T | null = null;
    try {
      for (const photo of photos) await this.store.put(stagedKey(photo.id), await this.sealer.seal(photo));
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
      const key = stagedKey(id);
      if (untouchedMs > 0) {
        const writtenAt = await this.store.modifiedAt(key);
        if (!writtenAt || systemClock.now().getTime() - writtenAt.getTime() < untouchedMs) continue;
      }
      const path = await pathOf(id);
      await (path ? this.settle(id, path) : this.discard(id));
    }
  }

  /** The JPEG at a path; null where there is none any more, or none that can be opened. */
  async read(path: string): Promise<Buffer | null> {
    const bytes = await this.store.get(path);
    return bytes && this.sealer.open(bytes);
  }

  /** Writes a photo anew as photos are kept now: with the person's newest key, or plain. False where there is none. */
  async reseal(path: string, employeeId: string): Promise<boolean> {
    const bytes = await this.store.get(path);
    const jpeg = bytes && (await this.sealer.open(bytes));
    if (!jpeg) return false;
    if (this.sealer.isFinal(bytes)) return true;
    await this.write(path, { employeeId, jpeg });
    return true;
  }

  /** Puts a photo at its place, in one step, whatever is there. */
  async write(path: string, photo: PhotoToSeal): Promise<void> {
    const staged = stagedKey(newId());
    await this.store.put(staged, await this.sealer.seal(photo));
    await this.store.move(staged, path);
  }

  async has(path: string): Promise<boolean> {
    return (await this.store.modifiedAt(path)) !== null;
  }

  /** Removes the folders of a person, and those of their photos that are still staged. Returns how many files went. */
  async removeAllOf(imageId: string, stagedIds: readonly string[]): Promise<number> {
    let removed = 0;
    for (const folder of PHOTO_FOLDERS) {
      for await (const key of this.store.list(`${folder}/${imageId}/`)) if (await this.store.remove(key)) removed++;
    }
    for (const id of stagedIds) if (await this.store.remove(stagedKey(id))) removed++;
    return removed;
  }

  /** The ids of photos whose rows are being committed, or that could not be moved. */
  async listStaged(): Promise<string[]> {
    const ids: string[] = [];
    for await (const key of this.store.list(INCOMING)) ids.push(key.slice(INCOMING.length).replace(/\.jpg$/, ''));
    return ids;
  }

  /** What cannot be moved now stays staged, and is moved by the daily purge or at the next start. */
  private async settle(id: string, path: string): Promise<void> {
    try {
      await this.store.move(stagedKey(id), path);
    } catch (error) {
      this.logger.error(
        { err: error, photo: id },
        'a photo could not be moved to its place; the daily purge and the next start try again',
      );
    }
  }

  /** What cannot be removed now is removed by the daily purge or at the next start. */
  private async discard(id: string): Promise<void> {
    await this.store.remove(stagedKey(id)).catch((error: unknown) => {
      this.logger.error(
        { err: error, photo: id },
        'a photo that is not kept could not be removed; the daily purge and the next start try again',
      );
    });
  }
}
