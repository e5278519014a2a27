import { access, constants, mkdir, readdir, readFile, rename, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupError } from '../errors.js';
import { removeIfThere, unlessMissing } from './missing-files.js';
import type { ObjectStore } from './object-store.js';

/** Files below one folder, for the eyes of this account only. */
export class FolderStore implements ObjectStore {
  constructor(private readonly root: string) {}

  async open(): Promise<void> {
    try {
      await mkdir(this.root, { recursive: true, mode: 0o700 });
      await access(this.root, constants.W_OK);
    } catch (cause) {
      throw new StartupError([
        `FACE_IMAGES_DIR: cannot write to ${this.root} (${String((cause as NodeJS.ErrnoException).code)})`,
      ]);
    }
  }

  put(key: string, bytes: Buffer): Promise<void> {
    return withFolderOf(this.fileOf(key), (file) => writeFile(file, bytes, { mode: 0o600, flush: true }));
  }

  get(key: string): Promise<Buffer | null> {
    return readFile(this.fileOf(key)).catch(unlessMissing);
  }

  async modifiedAt(key: string): Promise<Date | null> {
    return (await stat(this.fileOf(key)).catch(unlessMissing))?.mtime ?? null;
  }

  move(from: string, to: string): Promise<void> {
    return withFolderOf(this.fileOf(to), (file) => rename(this.fileOf(from), file));
  }

  /** A folder that is empty then goes as well: its name is a person's. */
  async remove(key: string): Promise<boolean> {
    const was = await removeIfThere(this.fileOf(key));
    if (key.includes('/')) await rmdir(dirname(this.fileOf(key))).catch(() => undefined);
    return was;
  }

  async *list(folder: string): AsyncGenerator<string, void, undefined> {
    const children = (await readdir(this.fileOf(folder), { withFileTypes: true }).catch(unlessMissing)) ?? [];
    for (const child of children) {
      if (child.isDirectory()) yield* this.list(`${folder}${child.name}/`);
      else yield `${folder}${child.name}`;
    }
  }

  keepsVersions(): Promise<boolean> {
    return Promise.resolve(false);
  }

  private fileOf(key: string): string {
    return join(this.root, key);
  }
}

/** The folder is there but for its first file. */
const withFolderOf = (file: string, write: (file: string) => Promise<void>): Promise<void> =>
  write(file).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await write(file);
  });
