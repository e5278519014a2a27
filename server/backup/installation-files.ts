import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { unlessMissing } from '../storage/missing-files.js';
import type { ArchiveEntry } from './archive.js';

/** The folders that an installation lives in, besides that of its photographs. */
export interface Folders {
  dataDir: string;
  modelsDir: string;
}

/** Files of the data folder without which what is sealed cannot be opened, and what was signed not be checked. */
const KEY_FILES = ['template.key', 'template.key.next', 'signing.key'] as const;
/** What else of the data folder belongs into a backup; the rest is of one run only. */
const OTHER_DATA = ['audit-heads.jsonl', 'imports', 'demo'] as const;
/** Comes with the program, not from the installation. */
const OF_THE_PROGRAM = 'README.md';
/** What a new checkout, a new volume or a start without data leaves in a folder. */
const IN_NO_WAY: ReadonlySet<string> = new Set([OF_THE_PROGRAM, '.incoming', '.gitkeep', 'lost+found']);

/** The key files that there are, by name. */
export async function readKeys(dataDir: string): Promise<Map<string, Buffer>> {
  const keys = new Map<string, Buffer>();
  for (const name of KEY_FILES) {
    const bytes = await readFile(join(dataDir, name)).catch(unlessMissing);
    if (bytes) keys.set(name, bytes);
  }
  return keys;
}

/** Names, with forward slashes, of what the data folder holds besides keys and database. */
export async function* listOtherData(dataDir: string): AsyncGenerator<string, void, undefined> {
  for (const name of OTHER_DATA) yield* listBelow(dataDir, name);
}

/** Names of the files of trained models. */
export async function* listModels(modelsDir: string): AsyncGenerator<string, void, undefined> {
  for (const name of (await readdir(modelsDir).catch(unlessMissing)) ?? []) {
    if (name !== OF_THE_PROGRAM) yield* listBelow(modelsDir, name);
  }
}

/** Names of what is in a folder that a restore would mix with: nothing in one that is new. */
export async function listInTheWay(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(unlessMissing)) ?? [];
  return names.filter((name) => !IN_NO_WAY.has(name) && !/^(instance|backup)\.lock/.test(name));
}

/** An open file. */
export type FileEntry = ArchiveEntry & { close(): Promise<void> };

/**
 * A file as an entry, to be closed; null where there is none (any more). What is put in its place while it is read does
 * not matter.
 */
export async function entryOf(name: string, file: string): Promise<FileEntry | null> {
  const handle = await open(file).catch(unlessMissing);
  if (!handle) return null;
  const { size } = await handle.stat();
  const body = size === 0 ? Readable.from([]) : handle.createReadStream({ end: size - 1 });
  return { name, size, body, close: () => handle.close() };
}

async function* listBelow(root: string, name: string): AsyncGenerator<string, void, undefined> {
  const children = await readdir(join(root, name), { withFileTypes: true }).catch(unlessMissing);
  // A file: reading it as a folder says that it is none.
  if (children === null) {
    yield name;
    return;
  }
  for (const child of children) {
    if (child.isDirectory()) yield* listBelow(root, `${name}/${child.name}`);
    else if (child.isFile()) yield `${name}/${child.name}`;
  }
}
