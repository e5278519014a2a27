import type { Readable } from 'node:stream';
import { openPromise, type Entry } from 'yauzl';
import { DomainError } from '../errors.js';
import { checkSize, isPhotoName, MOST_FILES, UnreadablePhoto, type PhotoFiles } from './photo-files.js';

/**
 * The photographs of a ZIP archive. Nothing is unpacked to disk: one entry at a time is read into memory, and no more of
 * it than a photograph may have, whatever its header says. An archive with a path that leads out of it is refused whole.
 * Throws BAD_USER_INPUT for what is no archive.
 */
export async function openZip(file: string): Promise<PhotoFiles> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw notReadable(file, cause);
  });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (isPhotoName(entry.fileName)) entries.set(entry.fileName, entry);
      if (entries.size > MOST_FILES) {
        throw new DomainError('BAD_USER_INPUT', `There are more than ${MOST_FILES} photos in ${file}.`);
      }
    }
  } catch (cause) {
    zip.close();
    throw cause instanceof DomainError ? cause : notReadable(file, cause);
  }
  return {
    paths: [...entries.keys()].sort(),
    problems: [],
    async read(path) {
      const entry = entries.get(path);
      if (!entry) throw new UnreadablePhoto('There is no such file in the archive.');
      if (entry.isEncrypted()) throw new UnreadablePhoto('The file is encrypted.');
      checkSize(entry.uncompressedSize);
      try {
        return await bytesOf(await zip.openReadStreamPromise(entry));
      } catch (error) {
        if (error instanceof UnreadablePhoto) throw error;
        throw new UnreadablePhoto('The file is damaged in the archive.');
      }
    },
    close: async () => zip.close(),
  };
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    checkSize(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const notReadable = (file: string, cause: unknown): DomainError =>
  new DomainError('BAD_USER_INPUT', `${file} cannot be read as a ZIP archive: ${(cause as Error).message}.`, { cause });
