import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatasetError, type DatasetPhoto } from '../../evaluation/dataset.js';
import type { DetectedFace, FaceEngine } from '../../face-engine.js';
import { meanOf } from '../../image-view.js';
import { decodePhoto } from '../../photo.js';
import { cutPortrait, type Portrait } from './portrait.js';

/** Photographs that come with the face-api package. */
const SAMPLES = [1, 2, 3, 4, 5, 6];
/** Pixels between the eyes: less leaves nothing to print. */
const LEAST_EYE_DISTANCE = 24;
/** A face looks ahead when the tip of its nose lies this near to the middle between the eyes, in eye distances … */
const MOST_ASIDE = 0.12;
/** … and its chin this far below them. */
const LEAST_CHIN = 1.65;

/** The faces in face-api's sample photographs that look ahead. */
export async function loadSamplePortraits(engine: FaceEngine): Promise<Portrait[]> {
  const folder = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
    'demo',
  );
  const found: Portrait[] = [];
  for (const number of SAMPLES) {
    const portraits = await portraitsOn(engine, path.join(folder, `sample${number}.jpg`));
    portraits.forEach((portrait, index) => found.push({ ...portrait, person: `sample${number}.${index + 1}` }));
  }
  return found;
}

/** Of each person in a set the first face that looks ahead. */
export async function loadPortraits(engine: FaceEngine, photos: readonly DatasetPhoto[]): Promise<Portrait[]> {
  const found = new Map<string, Portrait>();
  for (const { person, file } of photos) {
    if (found.has(person)) continue;
    const [portrait] = await portraitsOn(engine, file);
    if (portrait) found.set(person, { ...portrait, person });
  }
  return [...found.values()];
}

async function portraitsOn(engine: FaceEngine, file: string): Promise<Omit<Portrait, 'person'>[]> {
  const photo = await decodePhoto(await readFile(file));
  if (photo.outcome === 'refused') throw new DatasetError(`${path.basename(file)}: ${photo.message}`);
  const faces = await engine.analyze(photo.pixels);
  return faces
    .filter(isUsable)
    .map((face) => cutPortrait(photo.pixels, face))
    .filter(({ chin }) => chin >= LEAST_CHIN);
}

function isUsable({ landmarks }: DetectedFace): boolean {
  const left = meanOf(landmarks.slice(36, 42));
  const right = meanOf(landmarks.slice(42, 48));
  const [across, down] = [right.x - left.x, right.y - left.y];
  const distance = Math.hypot(across, down);
  const [tip, eyes] = [landmarks[30]!, meanOf([left, right])];
  const aside = ((tip.x - eyes.x) * across + (tip.y - eyes.y) * down) / distance ** 2;
  return distance >= LEAST_EYE_DISTANCE && Math.abs(aside) <= MOST_ASIDE;
}
