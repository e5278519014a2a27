import type { FaceEngine, FaceQuality } from '../face-engine.js';
import { decodePhoto } from '../photo.js';
import { whatIsWrong } from '../quality.js';
import type { DatasetPhoto } from './dataset.js';
import { degrade, type Degradation } from './degradations.js';
import { readPhotoFile } from './photo-file.js';

export interface Templates {
  first: Float32Array;
  second: Float32Array;
}

/** Milliseconds of each step on one photo. */
export interface StepTimes {
  decode: number;
  /** Detection, landmarks, alignment and the first encoder. */
  analyze: number;
  /** The second encoder. */
  second: number;
}

/** A photo of the set after the product's own steps. */
export interface Shot extends DatasetPhoto {
  /** Null for a failure to acquire. */
  templates: Templates | null;
  /** Why there are none, in plain words. */
  failure: string | null;
  /** Faces that were found; the largest is taken for the person's. */
  faces: number;
  /** What a kiosk would ask to have done better, though there is a template; null where nothing. */
  complaint: string | null;
  /** Of the face; missing where none was found. */
  quality?: FaceQuality;
  times: StepTimes | null;
}

/**
 * Photo file -> templates, by the steps of a kiosk. What is wrong with the photo is noted; the engine's errors are thrown.
 * `harder` degrades the photo first, `number` is its place in the set.
 */
export async function acquire(
  photo: DatasetPhoto,
  number: number,
  { engine, harder }: { engine: FaceEngine; harder: Degradation | null },
): Promise<Shot> {
  const failed = (failure: string): Shot => ({
    ...photo,
    templates: null,
    failure,
    faces: 0,
    complaint: null,
    times: null,
  });
  const started = performance.now();
  const bytes = await readBytes(photo.file, number, harder);
  if (!Buffer.isBuffer(bytes)) return failed(bytes.failure);
  const decoded = await decodePhoto(bytes);
  if (decoded.outcome === 'refused') return failed(decoded.message);
  const decodedAt = performance.now();
  const faces = await engine.analyze(decoded.pixels);
  const analyzedAt = performance.now();
  const [face] = faces;
  if (!face) return failed('No face was found.');
  const second = await engine.describeAgain(decoded.pixels, face.landmarks);
  return {
    ...photo,
    templates: { first: face.template, second },
    failure: null,
    faces: faces.length,
    complaint: whatIsWrong(face.quality, 'kiosk'),
    quality: face.quality,
    times: {
      decode: decodedAt - started,
      analyze: analyzedAt - decodedAt,
      second: performance.now() - analyzedAt,
    },
  };
}

async function readBytes(
  file: string,
  number: number,
  harder: Degradation | null,
): Promise<Buffer | { failure: string }> {
  try {
    const bytes = await readPhotoFile(file);
    return harder ? await degrade(bytes, harder, number) : bytes;
  } catch (error) {
    return { failure: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** All photos, several at a time and in order. Stops with the signal's reason when it is aborted. */
export async function acquireAll(
  photos: readonly DatasetPhoto[],
  {
    concurrency,
    signal,
    onProgress,
    ...tools
  }: {
    engine: FaceEngine;
    harder: Degradation | null;
    concurrency: number;
    signal: AbortSignal;
    onProgress: (done: number) => void;
  },
): Promise<Shot[]> {
  const shots: Shot[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let number = next++; number < photos.length; number = next++) {
      signal.throwIfAborted();
      shots[number] = await acquire(photos[number]!, number, tools);
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  signal.throwIfAborted();
  return shots;
}
