import type { PixelImage } from '../../face-engine.js';
import { projected, turned, type SpacePoint, type Turn } from './space.js';
import { paintSurface } from './textured-surface.js';
import { BETWEEN_EYES, EYE_DISTANCE } from './portrait.js';

/** How a sheet with a picture on it is bent; lengths in eye distances of the face that it shows. */
export interface SheetShape {
  /** Of the cylinder that it is bent around, the face outside; Infinity is flat, less than 0 bends the face inside. */
  radius: number;
  /** Of the cylinder's axis, degrees: 0 stands upright as a column, 90 lies. */
  axis: number;
  /** Height of a wave that runs across the sheet, and its length. */
  wave: { height: number; length: number; phase: number };
}

export const FLAT: SheetShape = { radius: Infinity, axis: 0, wave: { height: 0, length: 1, phase: 0 } };

/** Paints a sheet that shows `picture` into `canvas`, turned about its own middle. `size` 1 shows the face in its own size. */
export function paintSheet(canvas: PixelImage, picture: PixelImage, shape: SheetShape, turn: Turn, size = 1): void {
  paintSurface(canvas, picture, ({ x, y }) => {
    const flat = { x: (x - BETWEEN_EYES.x) / EYE_DISTANCE, y: (y - BETWEEN_EYES.y) / EYE_DISTANCE };
    const seen = projected(turned(bendSheet(flat, shape), turn, 0));
    return {
      x: seen.x * EYE_DISTANCE * size + BETWEEN_EYES.x,
      y: seen.y * EYE_DISTANCE * size + BETWEEN_EYES.y,
      z: seen.z,
    };
  });
}

/** Paper does not stretch: lengths along the cylinder stay what they were. */
export function bendSheet({ x, y }: { x: number; y: number }, { radius, axis, wave }: SheetShape): SpacePoint {
  const [cos, sin] = [Math.cos((axis * Math.PI) / 180), Math.sin((axis * Math.PI) / 180)];
  const across = x * cos + y * sin;
  const along = y * cos - x * sin;
  const angle = Math.max(-1.5, Math.min(1.5, across / radius));
  const bentAcross = Number.isFinite(radius) ? radius * Math.sin(angle) : across;
  const depth = Number.isFinite(radius) ? radius * (Math.cos(angle) - 1) : 0;
  return {
    x: bentAcross * cos - along * sin,
    y: along * cos + bentAcross * sin,
    z: depth + wave.height * Math.sin((2 * Math.PI * across) / wave.length + wave.phase),
  };
}
