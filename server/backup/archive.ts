import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, pack, type Pack } from 'tar-stream';
import { DomainError } from '../errors.js';

/** The last entry: a line of JSON for each of the others, with its SHA-256. */
const MANIFEST = 'manifest.jsonl';

/** A file in an archive. The name has forward slashes; exactly `size` bytes follow. */
export interface ArchiveEntry {
  name: string;
  size: number;
  body: AsyncIterable<Uint8Array>;
}

/** Where the lines of a manifest are kept while an archive is written: there may be millions. */
export interface LineStore {
  append(line: string): Promise<void>;
  /** How many bytes were kept, and they. */
  read(): Promise<{ size: number; body: AsyncIterable<Uint8Array> }>;
}

/** A tar (POSIX pax) of these entries with a manifest at its end, as a stream that holds no file in memory. */
export function archiveStream(entries: AsyncIterable<ArchiveEntry>, lines: LineStore): Readable {
  const tar = pack();
  void addAll(tar, entries, lines).then(
    () => tar.finalize(),
    (error: Error) => tar.destroy(error),
  );
  return Readable.from(tar);
}

async function addAll(tar: Pack, entries: AsyncIterable<ArchiveEntry>, lines: LineStore): Promise<void> {
  for await (const entry of entries) await lines.append(lineOf(entry, await add(tar, entry)));
  const { size, body } = await lines.read();
  await add(tar, { name: MANIFEST, size, body });
}

/** Resolves to the SHA-256, in hex. */
async function add(tar: Pack, { name, size, body }: ArchiveEntry): Promise<string> {
  const hash = createHash('sha256');
  const sink = tar.entry({ name, size, mode: 0o600 });
  const closed = once(sink, 'close');
  closed.catch(() => undefined);
  for await (const chunk of body) {
    hash.update(chunk);
    if (!sink.write(chunk)) await Promise.race([once(sink, 'drain'), closed]);
  }
  sink.end();
  await closed;
  return hash.digest('hex');
}

/**
 * Reads an archive, handing each entry but the manifest to `take`, which must read its body. Resolves to how much there
 * was, once every entry is known to be what was written. Throws DomainError when it is not, or something is missing.
 */
export async function readArchive(
  tar: Readable,
  take: (entry: ArchiveEntry) => Promise<void>,
): Promise<{ entries: number; bytes: number }> {
  const seen = createHash('sha256');
  let manifest: string | null = null;
  let [entries, bytes] = [0, 0];
  const extraction = extract();
  const feeding = pipeline(tar, extraction);
  feeding.catch(() => undefined);
  for await (const item of extraction) {
    const { name, size = 0 } = item.header;
    const hash = createHash('sha256');
    const entry: ArchiveEntry = { name, size, body: hashed(item, hash) };
    if (name === MANIFEST) await drain(entry.body);
    else await take(entry);
    const digest = hash.digest('hex');
    if (name === MANIFEST) manifest = digest;
    else {
      seen.update(lineOf(entry, digest));
      entries++;
      bytes += size;
    }
  }
  await feeding;
  if (manifest === null) throw new DomainError('CONFLICT', 'This backup is incomplete: it has no manifest.');
  if (manifest !== seen.digest('hex')) {
    throw new DomainError('CONFLICT', 'This backup is damaged: its files are not those that its manifest lists.');
  }
  return { entries, bytes };
}

/** Reads to the end and keeps nothing. */
export async function drain(body: AsyncIterable<unknown>): Promise<void> {
  const chunks = body[Symbol.asyncIterator]();
  while (!(await chunks.next()).done);
}

const lineOf = ({ name, size }: ArchiveEntry, sha256: string): string => `${JSON.stringify({ name, size, sha256 })}\n`;

async function* hashed(
  body: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of body) {
    hash.update(chunk);
    yield chunk;
  }
}
