import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { DerivedSeal } from '../storage/derived-seal.js';

/** What a run was made of and came to is kept so long. */
const KEPT_DAYS = 90;

/**
 * The files of one run below MODELS_DIR/runs: what each step gave as JSON, and templates sealed. A file is there whole or
 * not at all, so a step whose file is there is done.
 */
export class RunFolder {
  private readonly folder: string;

  constructor(
    modelsDir: string,
    readonly run: string,
    private readonly seal: Pick<DerivedSeal, 'seal' | 'open'>,
  ) {
    this.folder = path.join(modelsDir, 'runs', run);
  }

  /** Null where it has not been written. */
  async read<T>(name: string): Promise<T | null> {
    const bytes = await this.readBytes(`${name}.json`);
    return bytes && (JSON.parse(bytes.toString('utf8')) as T);
  }

  /** Gives the SHA-256 of what was written. */
  async write(name: string, content: unknown): Promise<string> {
    const text = `${JSON.stringify(content, null, 1)}\n`;
    await this.writeBytes(`${name}.json`, Buffer.from(text));
    return createHash('sha256').update(text).digest('hex');
  }

  /** What comes of faces: templates, and heads that learnt them. Null where it has not been written. */
  async readSealed<T>(name: string): Promise<T | null> {
    const sealed = await this.readBytes(`${name}.sealed`);
    return sealed && (deserialize(this.seal.open(sealed, this.contextOf(name))) as T);
  }

  async writeSealed(name: string, content: unknown): Promise<void> {
    await this.writeBytes(`${name}.sealed`, this.seal.seal(serialize(content), this.contextOf(name)));
  }

  /** It is kept no longer than the run needs it. */
  async removeSealed(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      if (name.endsWith('.sealed')) await rm(path.join(this.folder, name), { force: true });
    }
  }

  private contextOf(name: string): string {
    return `pipeline/${this.run}/${name}`;
  }

  private async readBytes(name: string): Promise<Buffer | null> {
    return readFile(path.join(this.folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  private async writeBytes(name: string, bytes: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const fresh = path.join(this.folder, `.new-${name}`);
    const handle = await open(fresh, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, path.join(this.folder, name));
  }
}

/** Removes the folders of runs that nobody has written to for long. */
export async function forgetOldRuns(modelsDir: string, now: Date): Promise<void> {
  const runs = path.join(modelsDir, 'runs');
  for (const name of await readdir(runs).catch(() => [])) {
    const folder = path.join(runs, name);
    const { mtimeMs } = await stat(folder);
    if (now.getTime() - mtimeMs > KEPT_DAYS * 86_400_000) await rm(folder, { recursive: true, force: true });
  }
}
