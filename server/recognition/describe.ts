import type { Box, FaceEngine, FaceQuality } from './face-engine.js';
import { look } from './look.js';
import { toStoredJpeg } from './photo.js';
import { whatIsWrong } from './quality.js';
import { refuse, type Refusal } from '../refusal.js';

/** The one face of a photo, by both encoders: what an enrolment keeps of it. */
export interface Described {
  outcome: 'described';
  template: Float32Array;
  second: Float32Array;
  modelId: string;
  secondModelId: string;
  quality: FaceQuality;
  /** In pixels of `jpeg`. */
  box: Box;
  /** The photo as it may be kept: upright, at most 1280 pixels a side, without metadata. */
  jpeg: Buffer;
}

/** Photo (the bytes of an image file) -> the one face on it, good enough to enrol. Throws the errors of engine-errors.ts. */
export type Describe = (photo: Buffer) => Promise<Described | Refusal>;

export function createDescribe({ engine }: { engine: FaceEngine }): Describe {
  return async (photo) => {
    const seen = await look(engine, photo, { second: true });
    if (seen.outcome === 'refused') return seen;
    const { box, quality, template, secondTemplate } = seen.face;
    const wrong = whatIsWrong(quality, 'enrolment');
    if (wrong) return refuse('POOR_PHOTO', wrong);
    if (!secondTemplate) throw new Error('the engine gave no second template where one was asked for');
    return {
      outcome: 'described',
      template,
      second: secondTemplate,
      modelId: engine.modelId,
      secondModelId: engine.secondModelId,
      quality,
      box,
      jpeg: await toStoredJpeg(seen.pixels),
    };
  };
}
