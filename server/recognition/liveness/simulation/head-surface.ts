import type { Portrait } from './portrait.js';
import type { SpacePoint } from './space.js';

/** How a head differs from the average one. */
export interface HeadBuild {
  /** 1 is the average. */
  nose: number;
  /** 1 is the average. */
  depth: number;
}

/** Half the breadth, height and depth of an average head, in eye distances of 63 mm. */
const HALF_BREADTH = 1.2;
const HALF_HEIGHT = 1.75;
const HALF_DEPTH = 1.45;
/** The middle of the head's height below the eyes. */
const MIDDLE = 0.35;
/** How far the tip of the nose stands out of the ellipsoid: 24 mm. */
const NOSE = 0.38;
const NASION = 0.07;
const SOCKET = 0.12;

/**
 * A rough head: an ellipsoid with a nose, eye sockets, lips and chin, placed by the portrait's landmarks. Depth in eye
 * distances at (x, y) from between the eyes.
 */
export function headDepth(
  { noseTip, mouth, chin }: Pick<Portrait, 'noseTip' | 'mouth' | 'chin'>,
  build: HeadBuild,
  x: number,
  y: number,
): number {
  const inside = 1 - (x / HALF_BREADTH) ** 2 - ((y - MIDDLE) / HALF_HEIGHT) ** 2;
  const skull = HALF_DEPTH * build.depth * (Math.sqrt(Math.max(0, inside)) - 1);
  return (
    skull +
    build.nose * noseHeight(x, y, noseTip) -
    SOCKET * (bump(x - 0.5, y, 0.2) + bump(x + 0.5, y, 0.2)) +
    0.08 * bump(x, y - mouth, 0.25) +
    0.08 * bump(x, y - chin, 0.25)
  );
}

/** A ridge from between the eyes to the tip, then a quick fall. */
function noseHeight(x: number, y: number, tip: number): number {
  const along = y / tip;
  const height =
    along < 0
      ? NASION * Math.exp(-((y / 0.15) ** 2))
      : along < 1
        ? NASION + (NOSE - NASION) * along
        : NOSE * Math.exp(-(((y - tip) / 0.13) ** 2));
  const breadth = 0.13 + 0.09 * Math.min(1, Math.max(0, along));
  return height * Math.exp(-((x / breadth) ** 2));
}

const bump = (x: number, y: number, width: number): number => Math.exp(-(x * x + y * y) / (width * width));

/** How much of the head's motion a point follows: 1 on the head, 0 in the background, something between on neck and hair. */
export function headShare({ x, y }: Pick<SpacePoint, 'x' | 'y'>): number {
  const out = Math.hypot(x / 1.45, (y - 0.3) / 2);
  const part = Math.min(1, Math.max(0, (1.7 - out) / 0.7));
  return part * part * (3 - 2 * part);
}

/** The neck, about which a head turns, lies this far behind the eyes. */
export const NECK = -1.3;
