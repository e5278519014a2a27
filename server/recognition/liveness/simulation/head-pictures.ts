import type { PixelImage } from '../../face-engine.js';
import { headDepth, headShare, NECK, type HeadBuild } from './head-surface.js';
import { BETWEEN_EYES, EYE_DISTANCE, type Portrait } from './portrait.js';
import { projected, turned, type Turn } from './space.js';
import { paintSurface } from './textured-surface.js';

/** The portrait with its head turned in space; the same size. What the portrait does not show is stretched, not invented. */
export function turnHead(portrait: Portrait, build: HeadBuild, turn: Turn): PixelImage {
  const { data, width, height } = portrait.pixels;
  const canvas = { data: Uint8Array.from(data), width, height };
  paintSurface(canvas, portrait.pixels, (point) => {
    const x = (point.x - BETWEEN_EYES.x) / EYE_DISTANCE;
    const y = (point.y - BETWEEN_EYES.y) / EYE_DISTANCE;
    const before = { x, y, z: headDepth(portrait, build, x, y) };
    const [still, moved] = [projected(before), projected(turned(before, turn, NECK))];
    const share = headShare(before);
    return {
      x: point.x + share * (moved.x - still.x) * EYE_DISTANCE,
      y: point.y + share * (moved.y - still.y) * EYE_DISTANCE,
      z: share * moved.z - (1 - share) * 2,
    };
  });
  return canvas;
}
