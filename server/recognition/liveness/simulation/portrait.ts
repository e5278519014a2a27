import type { DetectedFace, PixelImage, Point } from '../../face-engine.js';
import { meanOf, renderView, viewAround } from '../../image-view.js';

/** Pixels a side of a portrait. */
export const PORTRAIT_SIZE = 384;
/** Pixels between the eyes in a portrait. */
export const EYE_DISTANCE = 76;
/** Where the middle of the eyes lies in a portrait. */
export const BETWEEN_EYES: Point = { x: PORTRAIT_SIZE / 2, y: PORTRAIT_SIZE * 0.42 };

/** One face, upright and always at the same place and scale. */
export interface Portrait {
  pixels: PixelImage;
  /** Whose it is. */
  person: string;
  /** Below the eyes, in eye distances. */
  noseTip: number;
  mouth: number;
  chin: number;
}

/** Cuts a face with its surroundings out of a photograph. */
export function cutPortrait(image: PixelImage, { landmarks }: DetectedFace): Omit<Portrait, 'person'> {
  const left = meanOf(landmarks.slice(36, 42));
  const right = meanOf(landmarks.slice(42, 48));
  const eyes = meanOf([left, right]);
  const [across, down] = [right.x - left.x, right.y - left.y];
  const distance = Math.hypot(across, down);
  const below = ({ x, y }: Point): number => (-(x - eyes.x) * down + (y - eyes.y) * across) / distance ** 2;
  const shift = ((PORTRAIT_SIZE / 2 - BETWEEN_EYES.y) / EYE_DISTANCE) * distance;
  const centre = { x: eyes.x - (down / distance) * shift, y: eyes.y + (across / distance) * shift };
  const view = viewAround(centre, (PORTRAIT_SIZE / EYE_DISTANCE) * distance, PORTRAIT_SIZE, Math.atan2(down, across));
  return {
    pixels: renderView(image, view, PORTRAIT_SIZE),
    noseTip: below(landmarks[30]!),
    mouth: below(meanOf(landmarks.slice(48, 68))),
    chin: below(landmarks[8]!),
  };
}
