import type { Box, Point } from './face-engine.js';

/** The longer side of what BlazeFace is shown, in pixels: what it was trained on. */
export const BLAZEFACE_SIZE = 256;
/** Both sides are multiples of this. */
export const BLAZEFACE_STEP = 32;

/** What BlazeFace says of one face, in pixels of the picture. */
export interface BlazeFaceDetection {
  box: Box;
  /** 0..1. */
  score: number;
  /** The eye on the left of the picture, then the one on the right. */
  eyes: readonly [Point, Point];
}

/** Numbers that the net gives for each anchor: box centre and size, then six points of which the first two are the eyes. */
const VALUES_PER_ANCHOR = 16;
/** Cells of 16 pixels with 2 anchors each, then of 32 pixels with 6 each (generateAnchors in the human package). */
const GRIDS = [
  { stride: 16, anchorsPerCell: 2 },
  { stride: 32, anchorsPerCell: 6 },
] as const;
/** Boxes that share more than this part of their union are one face. */
const SAME_FACE_OVERLAP = 0.3;

/** What the net says of one grid of anchors, row by row from the top: one logit an anchor, and its 16 values. */
export interface GridAnswer {
  logits: Float32Array;
  values: Float32Array;
}

/**
 * The faces in the net's answer, the surest first, one box a face. The finer grid comes first; of the picture its width
 * counts, a multiple of 32.
 */
export function decodeBlazeFace(
  grids: readonly GridAnswer[],
  picture: { width: number },
  minScore: number,
): BlazeFaceDetection[] {
  const minLogit = Math.log(minScore / (1 - minScore));
  const detections: BlazeFaceDetection[] = [];
  GRIDS.forEach(({ stride, anchorsPerCell }, grid) => {
    const { logits, values } = grids[grid]!;
    const cells = picture.width / stride;
    logits.forEach((logit, index) => {
      if (logit < minLogit) return;
      const cell = Math.floor(index / anchorsPerCell);
      const anchor = { x: ((cell % cells) + 0.5) * stride, y: (Math.floor(cell / cells) + 0.5) * stride };
      detections.push(detectionAt(anchor, 1 / (1 + Math.exp(-logit)), values.subarray(index * VALUES_PER_ANCHOR)));
    });
  });
  return keepSurest(detections);
}

function detectionAt(anchor: Point, score: number, values: Float32Array): BlazeFaceDetection {
  const pointAt = (offset: number): Point => ({ x: values[offset]! + anchor.x, y: values[offset + 1]! + anchor.y });
  const centre = pointAt(0);
  const [width, height] = [values[2]!, values[3]!];
  const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  return { box, score, eyes: [pointAt(4), pointAt(6)] };
}

/** One detection a face: of those that overlap, the surest (greedy non-maximum suppression). */
export function keepSurest<D extends { box: Box; score: number }>(detections: readonly D[]): D[] {
  const kept: D[] = [];
  for (const detection of [...detections].sort((a, b) => b.score - a.score)) {
    if (kept.every(({ box }) => overlapOf(box, detection.box) <= SAME_FACE_OVERLAP)) kept.push(detection);
  }
  return kept;
}

/** Intersection over union, 0..1. */
export function overlapOf(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (one.width * one.height + other.width * other.height - shared);
}
