import { presentScope } from '../request-scope.js';
import { EngineAbandonedError } from './engine-errors.js';
import type { AnalyzeOptions, DetectedFace, FaceEngine, PixelImage } from './face-engine.js';
import { decodePhoto } from './photo.js';
import { chooseSubject } from './subject.js';
import type { Refusal } from '../refusal.js';

/** The one face that a photo is about. */
export interface Seen {
  outcome: 'seen';
  face: DetectedFace;
  /** The photo as it was analysed: upright, at most 1280 pixels a side. */
  pixels: PixelImage;
}

/** Photo (the bytes of an image file) -> its one face. Throws the errors of engine-errors.ts. */
export async function look(engine: FaceEngine, photo: Buffer, options: AnalyzeOptions = {}): Promise<Seen | Refusal> {
  if (presentScope()?.signal.aborted) throw new EngineAbandonedError();
  const decoded = await decodePhoto(photo);
  if (decoded.outcome === 'refused') return decoded;
  const subject = chooseSubject(await engine.analyze(decoded.pixels, options));
  return subject.outcome === 'refused' ? subject : { outcome: 'seen', face: subject.face, pixels: decoded.pixels };
}
