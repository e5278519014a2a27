import type { Box, Point } from './face-engine.js';

/** BlazeFace's input, in pixels a side. */
export const BLAZEFACE_SIZE = 256;

/** What BlazeFace says of one face, in pixels of its input. */
export interface BlazeFaceDetection {
  box: Box;
  /** 0..1. */
  score: number;
  /** The eye on the left of the picture, then the one on the right. */
  eyes: readonly [Point, Point];
}

/** Numbers that the net gives for each anchor: box centre and size, then six points of which the first two are the eyes. */
const VALUES_PER_ANCHOR = 16;
/** Cells of 16 pixels with 2 anchors each, then of 32 pixels with 6 each: 896 anchors (generateAnchors in the human package). */
const GRIDS = [
  { stride: 16, anchorsPerCell: 2 },
  { stride: 32, anchorsPerCell: 6 },
] as const;
/** Boxes that share more than this part of their union are one face. */
const SAME_FACE_OVERLAP = 0.3;

const ANCHORS: readonly Point[] = GRIDS.flatMap(({ stride, anchorsPerCell }) => {
  const cells = BLAZEFACE_SIZE / stride;
  return Array.from({ length: cells * cells * anchorsPerCell }, (_, index) => {
    const cell = Math.floor(index / anchorsPerCell);
    return { x: ((cell % cells) + 0.5) * stride, y: (Math.floor(cell / cells) + 0.5) * stride };
  });
});

/**
 * The faces in the net's answer, the surest first, one box a face. `logits` holds one number an anchor, `values` 16; both
 * in the order of the anchors, the finer grid first.
 */
export function decodeBlazeFace(logits: Float32Array, values: Float32Array, minScore: number): BlazeFaceDetection[] {
  const detections: BlazeFaceDetection[] = [];
  ANCHORS.forEach((anchor, index) => {
    const score = 1 / (1 + Math.exp(-logits[index]!));
    if (score < minScore) return;
    const pointAt = (offset: number): Point => ({
      x: values[index * VALUES_PER_ANCHOR + offset]! + anchor.x,
      y: values[index * VALUES_PER_ANCHOR + offset + 1]! + anchor.y,
    });
    const centre = pointAt(0);
    const [width, height] = [values[index * VALUES_PER_ANCHOR + 2]!, values[index * VALUES_PER_ANCHOR + 3]!];
    const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
    detections.push({ box, score, eyes: [pointAt(4), pointAt(6)] });
  });
  return keepSurest(detections);
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
