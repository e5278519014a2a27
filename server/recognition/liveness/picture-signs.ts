import type { PixelImage, Point } from '../face-engine.js';
import { meanOf } from '../image-view.js';
import { powerSpectrum } from './spectrum.js';

/** What the pixels say of a picture of a picture. */
export interface PictureSigns {
  /** log10 of how far the strongest frequency stands out among those as fine: a screen's grid seen by a camera's. */
  moire: number;
  /**
   * Levels, 0..255: the step along the third strongest of the straight lines beside, above and below the face: paper and
   * bezels have four, a door frame two.
   */
  edges: number;
  /** 0..1, the share of the face that is burnt out. */
  glare: number;
}

/** Pixels a side of the patch of the face whose frequencies are looked at; a power of two. */
const PATCH = 64;
/** Cycles in the patch: less is the face itself, more than half of PATCH there is not. */
const COARSEST = 8;
/** Ring widths, in cycles, in which frequencies count as equally fine. */
const RING = 4;
/** Luma from which on a pixel is burnt out. */
const BURNT = 250;
/** Pixels across the face that are looked at for it. */
const GLARE_SAMPLES = 100;
/** In eye distances from between the eyes: where a sheet's border may lie, and how long a line must be. */
const BORDER = { from: 1.1, to: 4, half: 1.2 };
/** Pixels looked at in half such a line: what counts is their mean. */
const LINE_SAMPLES = 30;
/** Slopes of nearly upright and nearly level lines, as rise over run. */
const SLOPES = [-0.08, -0.04, 0, 0.04, 0.08];

/** `landmarks` are 68 points in pixels of the image. */
export function pictureSigns(image: PixelImage, landmarks: readonly Point[]): PictureSigns {
  const luma = lumaOf(image);
  return {
    moire: moireOf(luma, landmarks),
    edges: edgesAround(luma, landmarks),
    glare: glareOf(luma, landmarks),
  };
}

/** Brightness of single pixels; beyond the border, the border's. */
interface Luma {
  at(x: number, y: number): number;
  width: number;
  height: number;
}

function lumaOf({ data, width, height }: PixelImage): Luma {
  return {
    width,
    height,
    at: (x, y) => {
      const column = Math.min(width - 1, Math.max(0, Math.round(x)));
      const row = Math.min(height - 1, Math.max(0, Math.round(y)));
      const index = (row * width + column) * 3;
      return 0.299 * data[index]! + 0.587 * data[index + 1]! + 0.114 * data[index + 2]!;
    },
  };
}

function moireOf(luma: Luma, landmarks: readonly Point[]): number {
  const middle = meanOf(landmarks.slice(27, 36));
  const window = Array.from({ length: PATCH }, (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / (PATCH - 1)));
  const values = new Float64Array(PATCH * PATCH);
  for (let row = 0; row < PATCH; row++) {
    for (let column = 0; column < PATCH; column++) {
      const [x, y] = [middle.x + column - PATCH / 2, middle.y + row - PATCH / 2];
      // Without what is smooth: the mean of the four around.
      const around = (luma.at(x - 1, y) + luma.at(x + 1, y) + luma.at(x, y - 1) + luma.at(x, y + 1)) / 4;
      values[row * PATCH + column] = (luma.at(x, y) - around) * window[row]! * window[column]!;
    }
  }
  const power = powerSpectrum(values, PATCH);
  const rings = new Map<number, number[]>();
  for (let row = 0; row <= PATCH / 2; row++) {
    for (let column = 0; column < PATCH; column++) {
      const fineness = Math.hypot(row, column < PATCH / 2 ? column : PATCH - column);
      if (fineness < COARSEST || fineness > PATCH / 2) continue;
      const ring = Math.floor(fineness / RING);
      const powers = rings.get(ring) ?? [];
      powers.push(power[row * PATCH + column]!);
      rings.set(ring, powers);
    }
  }
  const standingOut = [...rings.values()].map((powers) => {
    const sorted = Float64Array.from(powers).sort();
    return (sorted[sorted.length - 1]! + 1) / (sorted[sorted.length >> 1]! + 1);
  });
  return Math.log10(Math.max(...standingOut));
}

type Axis = 'x' | 'y';

function edgesAround(luma: Luma, landmarks: readonly Point[]): number {
  const left = meanOf(landmarks.slice(36, 42));
  const right = meanOf(landmarks.slice(42, 48));
  const eye = Math.hypot(right.x - left.x, right.y - left.y);
  const middle = meanOf(landmarks.slice(27, 36));
  const sides = (['x', 'y'] as const).flatMap((axis) => strongestSteps(luma, axis, middle, eye));
  return sides.sort((a, b) => b - a)[2]!;
}

/**
 * How much brighter one side of a line is than the other, all along it, signs counted: the mean step of the strongest line
 * before the middle and of the strongest one beyond it. Lines across `axis`: the nearly upright ones for x.
 */
function strongestSteps(luma: Luma, axis: Axis, middle: Point, eye: number): number[] {
  const centre = Math.round(middle[axis]);
  const last = (axis === 'x' ? luma.width : luma.height) - 3;
  const [nearest, furthest] = [Math.round(BORDER.from * eye), Math.round(BORDER.to * eye)];
  const first = centre - furthest - 1;
  const lines = linesAcross(luma, axis, { first, count: 2 * furthest + 3 }, middle, Math.round(BORDER.half * eye));
  return [-1, 1].map((side) => {
    let strongest = 0;
    for (let away = nearest; away <= furthest; away++) {
      const at = centre + side * away;
      if (at < 2 || at > last) break;
      for (const line of lines) {
        strongest = Math.max(strongest, Math.abs(line[at + 1 - first]! - line[at - 1 - first]!));
      }
    }
    return strongest;
  });
}

/** Mean brightness along lines of each slope, by where they cross the middle: at `first`, one pixel on, and so on. */
function linesAcross(
  luma: Luma,
  axis: Axis,
  { first, count }: { first: number; count: number },
  middle: Point,
  half: number,
): Float32Array[] {
  const stride = Math.max(2, Math.round(half / LINE_SAMPLES));
  const lean = Math.ceil(Math.max(...SLOPES) * half);
  const row = new Float32Array(count + 2 * lean);
  const sums = SLOPES.map(() => new Float32Array(count));
  let rows = 0;
  for (let along = -half; along <= half; along += stride, rows++) {
    for (let index = 0; index < row.length; index++) {
      const at = first - lean + index;
      row[index] = axis === 'x' ? luma.at(at, middle.y + along) : luma.at(middle.x + along, at);
    }
    SLOPES.forEach((slope, which) => {
      const from = lean + Math.round(slope * along);
      const sum = sums[which]!;
      for (let index = 0; index < count; index++) sum[index]! += row[from + index]!;
    });
  }
  return sums.map((sum) => sum.map((total) => total / rows));
}

function glareOf(luma: Luma, landmarks: readonly Point[]): number {
  const [xs, ys] = [landmarks.map(({ x }) => x), landmarks.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const stride = Math.max(2, (right - left) / GLARE_SAMPLES);
  let burnt = 0;
  let count = 0;
  for (let y = top; y <= bottom; y += stride) {
    for (let x = left; x <= right; x += stride) {
      if (luma.at(x, y) >= BURNT) burnt++;
      count++;
    }
  }
  return burnt / count;
}
