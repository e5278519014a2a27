import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../errors.js';
import { acquireAll, type Shot } from '../recognition/evaluation/acquire.js';
import { DatasetError, listPhotos } from '../recognition/evaluation/dataset.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import type { RunFolder } from './run-folder.js';
import type { Ingested, SampleEntry, SampleSource, Watch } from './sample-source.js';

/** Photos that are described, and kept, at a time: what a stop costs at most. */
const CHUNK = 40;

/** Photographs in a folder: DIR/Train/{person}/* and DIR/Test/{person}/*. */
export class FolderSamples implements SampleSource {
  constructor(
    private readonly dependencies: { folder: string; engine: FaceEngine; concurrency: number; mostSamples: number },
  ) {}

  async ingest({ signal, progress }: Watch): Promise<Ingested> {
    const { folder, mostSamples } = this.dependencies;
    const photos = await listPhotos(folder).catch((cause: unknown) => {
      if (cause instanceof DatasetError) throw new DomainError('BAD_USER_INPUT', cause.message, { cause });
      throw cause;
    });
    if (photos.some(({ part }) => part === null)) {
      throw new DomainError(
        'BAD_USER_INPUT',
        `${path.basename(folder)} has no folders Train and Test to learn and be judged from.`,
      );
    }
    const entries: SampleEntry[] = [];
    for (const { person, part, file } of photos.slice(0, mostSamples)) {
      signal.throwIfAborted();
      entries.push({ person, part: part!, file, digest: await digestOf(file) });
      progress(entries.length, photos.length);
    }
    return { source: path.basename(folder), entries, fromCheckIns: 0, leftOut: photos.length - entries.length };
  }

  async embed(entries: readonly SampleEntry[], folder: RunFolder, { signal, progress }: Watch): Promise<number> {
    const { engine, concurrency } = this.dependencies;
    let described = 0;
    for (const [index, chunk] of chunksOf(entries).entries()) {
      const done = index * CHUNK;
      let shots = await folder.readSealed<Shot[]>(nameOf(index));
      if (!shots) {
        const onProgress = (more: number) => progress(done + more, entries.length);
        shots = await acquireAll([...chunk], { engine, harder: null, concurrency, signal, onProgress });
        await folder.writeSealed(nameOf(index), shots);
      }
      described += shots.filter(({ templates }) => templates).length;
      progress(done + chunk.length, entries.length);
    }
    return described;
  }

  async shots(entries: readonly SampleEntry[], folder: RunFolder): Promise<Shot[]> {
    const shots: Shot[] = [];
    for (const index of chunksOf(entries).keys()) {
      const chunk = await folder.readSealed<Shot[]>(nameOf(index));
      if (!chunk)
        throw new DomainError('CONFLICT', `The templates of the run ${folder.run} are gone. Begin a new one.`);
      // What took how long differs from run to run.
      shots.push(...chunk.map((shot) => ({ ...shot, times: null })));
    }
    return shots;
  }
}

const nameOf = (chunk: number): string => `embed-${String(chunk).padStart(5, '0')}`;

function chunksOf(entries: readonly SampleEntry[]): (readonly SampleEntry[])[] {
  return Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, index) =>
    entries.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
