import type { Box, FaceEngine } from './face-engine.js';
import type { Gallery } from './gallery.js';
import { confidenceOf, decide, type MatchPolicy } from './match.js';
import { decodePhoto, toStoredJpeg } from './photo.js';
import { chooseSubject } from './subject.js';
import type { Refusal } from '../refusal.js';

/** The one face of a photo. */
export interface Described {
  outcome: 'described';
  template: Float32Array;
  modelId: string;
  /** In pixels of `jpeg`. */
  box: Box;
  /** 0..1, the detector's own. */
  detectionScore: number;
  /** The photo as it may be kept: upright, at most 1280 pixels a side, without metadata. */
  jpeg: Buffer;
}

/** Why a match was a match. Distances are the encoder's. */
export interface MatchDecision {
  modelId: string;
  distance: number;
  /** To the nearest other person; null when there is nobody else. */
  runnerUpDistance: number | null;
  threshold: number;
}

/** The person of the gallery whose face is on a photo. */
export interface Identified {
  outcome: 'identified';
  employeeId: string;
  /** 0..1, grows with certainty: confidenceOf in match.ts. */
  confidence: number;
  decision: MatchDecision;
  /** The photo as it may be kept: upright, at most 1280 pixels a side, without metadata. */
  jpeg: Buffer;
}

/** Photo (the bytes of an image file) -> the one face on it. Throws the errors of engine-errors.ts. */
export type Describe = (photo: Buffer) => Promise<Described | Refusal>;

/** Photo (the bytes of an image file) -> who. Throws the errors of engine-errors.ts. */
export type Identify = (photo: Buffer) => Promise<Identified | Refusal>;

export function createDescribe({ engine }: { engine: FaceEngine }): Describe {
  return async (photo) => {
    const decoded = await decodePhoto(photo);
    if (decoded.outcome === 'refused') return decoded;

    const subject = chooseSubject(await engine.analyze(decoded.pixels));
    if (subject.outcome === 'refused') return subject;

    const { box, detectionScore, template } = subject.face;
    const jpeg = await toStoredJpeg(decoded.pixels);
    return { outcome: 'described', template, modelId: engine.modelId, box, detectionScore, jpeg };
  };
}

/** The gallery is read at each photo: who is added or removed counts at once. */
export function createIdentify({
  describe,
  gallery,
  policy,
}: {
  describe: Describe;
  gallery: Gallery;
  policy: MatchPolicy;
}): Identify {
  return async (photo) => {
    const described = await describe(photo);
    if (described.outcome === 'refused') return described;

    const match = decide(gallery.nearest(described.template), policy);
    if (match.outcome === 'refused') return match;

    const { employeeId, distance, runnerUpDistance } = match;
    const { jpeg, modelId } = described;
    const decision = { modelId, distance, runnerUpDistance, threshold: policy.threshold };
    return { outcome: 'identified', employeeId, confidence: confidenceOf(distance, policy.threshold), decision, jpeg };
  };
}
