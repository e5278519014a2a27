import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { z } from 'zod';
import { DomainError } from '../errors.js';
import { drain, readArchive, type ArchiveEntry } from './archive.js';
import { DATABASE_ENTRY, type DatabaseEngine } from './database-snapshot.js';
import { HEADER_BYTES, keyOf, type BackupSecret } from './backup-key.js';
import { openStream } from './sealed-stream.js';

const aboutBackup = z.object({
  createdAt: z.iso.datetime(),
  program: z.string(),
  database: z.enum(Object.keys(DATABASE_ENTRY) as DatabaseEngine[]),
  tables: z
    .array(z.object({ table: z.string(), rows: z.int(), hash: z.string() }))
    .nullable()
    .default(null),
  withKeys: z.boolean(),
});
export type AboutBackup = z.output<typeof aboutBackup>;

export interface ReadOptions {
  file: string;
  secret: BackupSecret;
  signal: AbortSignal;
  onProgress: (doneBytes: number, totalBytes: number) => void;
}

/**
 * Reads a whole backup, handing each file in it to `take`, which must read its body. Resolves once all of it is known to
 * be as it was written; until then nothing that was handed out may be relied on. Throws DomainError where it is not.
 */
export async function readBackup(
  { file, secret, signal, onProgress }: ReadOptions,
  take: (entry: ArchiveEntry) => Promise<void>,
): Promise<AboutBackup & { entries: number; bytes: number }> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new DomainError('BAD_USER_INPUT', `Cannot read ${file}.`, { cause });
  });
  const header = Buffer.alloc(HEADER_BYTES);
  let total: number;
  try {
    await handle.read(header, 0, HEADER_BYTES, 0);
    total = (await handle.stat()).size;
  } finally {
    await handle.close();
  }
  const key = await keyOf(secret, header);
  const sealed = createReadStream(file, { start: HEADER_BYTES, signal });
  sealed.on('data', () => onProgress(HEADER_BYTES + sealed.bytesRead, total));
  const opened = openStream(key, header);
  // What goes wrong is heard by whoever reads `opened`.
  pipeline(sealed, opened, () => undefined);
  let about: AboutBackup | null = null;
  const counts = await readArchive(opened, async (entry) => {
    if (entry.name === 'backup.json') about = await readAbout(entry);
    else await take(entry);
  });
  if (!about) throw new DomainError('CONFLICT', 'This backup is incomplete: it does not say what it is.');
  return { ...(about as AboutBackup), ...counts };
}

async function readAbout({ body }: ArchiveEntry): Promise<AboutBackup> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  const parsed = aboutBackup.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
  if (!parsed.success)
    throw new DomainError('CONFLICT', 'This backup is of a kind that is unknown here. Update Rollcall.');
  return parsed.data;
}

/** Reads all of it and keeps nothing. */
export const verifyBackup = (options: ReadOptions) => readBackup(options, ({ body }) => drain(body));
