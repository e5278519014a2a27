import type { Point } from '../../recognition/face-engine.js';
import { headDepth, NECK } from '../../recognition/liveness/simulation/head-surface.js';
import { normal } from '../../recognition/liveness/simulation/media.js';
import { bendSheet } from '../../recognition/liveness/simulation/sheet-pictures.js';
import { projected, turned, type SpacePoint, type Turn } from '../../recognition/liveness/simulation/space.js';

/** 68 points in space, in eye distances, and the depth of the axis they turn about. */
export interface LandmarkModel {
  points: readonly SpacePoint[];
  axis: number;
}

const FACE = { noseTip: 0.65, mouth: 1.1, chin: 1.85 };

/** The landmark net makes the simulated noses stand out a third more than they do (median of 75 tries: 0.37 for 0.27). */
const NOSE_AS_SEEN = 1.35;

/** Pixels between the eyes in the pictures below. */
const SCALE = 80;

/** A face of the iBUG layout that looks ahead, in eye distances from between the eyes. */
const LAYOUT: readonly Point[] = [
  ...arc(17, (part) => ({ x: -1.15 * Math.cos(Math.PI * part), y: FACE.chin * Math.sin(Math.PI * part) })),
  ...arc(5, (part) => ({ x: -0.95 + 0.7 * part, y: -0.35 - 0.08 * Math.sin(Math.PI * part) })),
  ...arc(5, (part) => ({ x: 0.25 + 0.7 * part, y: -0.35 - 0.08 * Math.sin(Math.PI * part) })),
  ...arc(4, (part) => ({ x: 0, y: FACE.noseTip * part })),
  ...arc(5, (part) => ({ x: -0.22 + 0.44 * part, y: 0.78 })),
  ...eyeAt(-0.5),
  ...eyeAt(0.5),
  ...ring(12, 0.42, 0.17),
  ...ring(8, 0.3, 0.05),
];

/** `depth` 0.5: half as deep as a head, as a relief is. */
const headOf = (depth: number): LandmarkModel => ({
  points: LAYOUT.map(({ x, y }) => ({ x, y, z: depth * headDepth(FACE, { nose: NOSE_AS_SEEN, depth: 1 }, x, y) })),
  axis: depth * NECK,
});

export const head = headOf(1);
/** As the landmark net sees the prints that are bent the most. */
export const shallowHead = headOf(0.5);

export const flatSheet: LandmarkModel = { points: LAYOUT.map(({ x, y }) => ({ x, y, z: 0 })), axis: 0 };

/** Around a column of a radius in eye distances, the face outside. */
export const bentSheet = (radius: number): LandmarkModel => ({
  points: LAYOUT.map((point) => bendSheet(point, { radius, axis: 0, wave: { height: 0, length: 1, phase: 0 } })),
  axis: 0,
});

/** Where the points lie in a picture, with noise of a standard deviation in eye distances. */
export function pictureOf({ points, axis }: LandmarkModel, turn: Turn, noise: number, random: () => number): Point[] {
  return points.map((point) => {
    const { x, y } = projected(turned(point, turn, axis));
    return { x: 320 + SCALE * (x + noise * normal(random)), y: 200 + SCALE * (y + noise * normal(random)) };
  });
}

function arc(count: number, at: (part: number) => Point): Point[] {
  return Array.from({ length: count }, (_, index) => at(index / (count - 1)));
}

function eyeAt(middle: number): Point[] {
  return [-0.2, -0.07, 0.07, 0.2, 0.07, -0.07].map((x, index) => ({
    x: middle + x,
    y: index % 3 === 0 ? 0 : index < 3 ? -0.07 : 0.07,
  }));
}

function ring(count: number, width: number, height: number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = Math.PI - (2 * Math.PI * index) / count;
    return { x: width * Math.cos(angle), y: FACE.mouth - height * Math.sin(angle) };
  });
}
