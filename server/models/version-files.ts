import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { DerivedSeal } from '../storage/derived-seal.js';
import type { ClassifierHead } from '../recognition/classifier-head.js';
import type { ModelVersion } from '../recognition/model-version.js';

const MANIFEST = 'manifest.json';
const VERSION = 'version.json';
/** It learnt faces, so it is sealed like templates, and is removed when somebody in it is erased. */
const HEAD = 'head.sealed';

/** A version is a folder of MODELS_DIR by this name: nothing else gets into a path. */
export const isVersionId = (id: string): boolean => /^[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8,32}$/.test(id);

const finite = z.number();
const pair = z.strictObject({ first: finite, fused: finite });
const tail = z.strictObject({ bound: finite, scale: z.number().positive() });
const logOdds = z.strictObject({ intercept: finite, slope: finite });
const versionShape: z.ZodType<Omit<ModelVersion, 'head'>> = z.strictObject({
  id: z.string().refine(isVersionId),
  modelId: z.string().min(1).max(200),
  secondModelId: z.string().min(1).max(200),
  statistics: z.strictObject({
    tails: z.strictObject({ first: tail, fused: tail }),
    loosest: z.strictObject({ sure: finite, fused: finite }),
    strictestFused: finite,
    margins: pair,
    weight: finite,
    candidates: z.number().int().min(2),
  }),
  confidence: z.strictObject({ first: logOdds, fused: logOdds }),
  followsGallery: z.boolean(),
});

const manifestShape = z.strictObject({ files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)) });

/** The folders below MODELS_DIR, a version each, with checksums of all that is in them. */
export class VersionFiles {
  constructor(
    private readonly modelsDir: string,
    private readonly seal: Pick<DerivedSeal, 'seal' | 'open' | 'renew'>,
  ) {}

  folderOf(id: string): string {
    if (!isVersionId(id)) throw new RangeError(`${id} is not the name of a version`);
    return path.join(this.modelsDir, id);
  }

  /**
   * Writes a version, all of it or nothing, and gives the SHA-256 of its manifest. `files` by their names, besides
   * version.json. What is there by this name already is replaced.
   */
  async write({ head, ...version }: ModelVersion, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
    const folder = this.folderOf(version.id);
    const fresh = path.join(this.modelsDir, `.new-${version.id}`);
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true, mode: 0o700 });
    const all = { ...files, [VERSION]: `${JSON.stringify(version, null, 2)}\n` };
    for (const [name, content] of Object.entries(all)) await writeWhole(path.join(fresh, name), content);
    if (head) await writeWhole(path.join(fresh, HEAD), this.seal.seal(serialize(head), contextOf(version.id)));
    const sums = Object.entries(all).map(([name, content]) => [name, sha256(content)] as const);
    const manifest = `${JSON.stringify({ files: Object.fromEntries(sums.sort()) }, null, 2)}\n`;
    await writeWhole(path.join(fresh, MANIFEST), manifest);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
    return sha256(manifest);
  }

  /** Reads a version and checks every byte of its folder. Throws, naming the file, for what is missing or different. */
  async read(id: string, manifestSha256: string): Promise<ModelVersion> {
    const folder = this.folderOf(id);
    const manifest = await readWhole(folder, MANIFEST, manifestSha256);
    const { files } = manifestShape.parse(JSON.parse(manifest.toString('utf8')));
    let version: Omit<ModelVersion, 'head'> | null = null;
    for (const [name, sum] of Object.entries(files)) {
      const bytes = await readWhole(folder, path.basename(name), sum);
      if (name === VERSION) version = versionShape.parse(JSON.parse(bytes.toString('utf8')));
    }
    if (version?.id !== id) throw new Error(`its file ${VERSION} is of another version`);
    return Object.freeze({ ...version, head: await this.readHead(id) });
  }

  /** Removes the head of a version if it has learnt one of these people. Gives whether it did. */
  async removeHead(id: string, employeeIds: readonly string[]): Promise<boolean> {
    const head = await this.readHead(id);
    if (!head?.classes.some((person) => employeeIds.includes(person))) return false;
    await rm(path.join(this.folderOf(id), HEAD));
    return true;
  }

  async hasHead(id: string): Promise<boolean> {
    return (await this.readFile(id, HEAD)) !== null;
  }

  /** Seals the head of a version with the present master key, where it has one. */
  async resealHead(id: string): Promise<void> {
    const bytes = await this.readFile(id, HEAD);
    const renewed = bytes && this.seal.renew(bytes, contextOf(id));
    if (!renewed) return;
    const file = path.join(this.folderOf(id), HEAD);
    await writeWhole(`${file}.new`, renewed);
    await rename(`${file}.new`, file);
  }

  /** Null where there is none, or it was removed. Its seal tells whether it is this version's and whole: no sum is needed. */
  private async readHead(id: string): Promise<ClassifierHead | null> {
    const bytes = await this.readFile(id, HEAD);
    if (!bytes) return null;
    return deserialize(this.seal.open(bytes, contextOf(id))) as ClassifierHead;
  }

  /** One file of a version; null where there is none by this name. Not checked: for showing. */
  async readFile(id: string, name: string): Promise<Buffer | null> {
    return readFile(path.join(this.folderOf(id), path.basename(name))).catch(() => null);
  }
}

const contextOf = (id: string): string => `model-head/${id}`;

async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readWhole(folder: string, name: string, expected: string): Promise<Buffer> {
  const bytes = await readFile(path.join(folder, name)).catch((cause: unknown) => {
    throw new Error(`its file ${name} cannot be read`, { cause });
  });
  if (sha256(bytes) !== expected) throw new Error(`its file ${name} is not what was written`);
  return bytes;
}

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
