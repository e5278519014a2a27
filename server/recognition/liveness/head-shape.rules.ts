import type { Point } from '../face-engine.js';

/** How the landmarks moved from one picture of a face to another. */
export interface ShapeChange {
  /**
   * How far the nose moved beside what the face around it did, in distances from eyes to mouth, to the person's own left
   * positive. A nose stands out of a head that turns; on paper, flat or bent, it goes with the rest.
   */
  noseShift: number;
  /** By what part the eyes came closer together: 0 not at all. A head narrows as it turns, and so does paper. */
  narrowing: number;
}

/** Jaw without its ends, brows and eyes: what lies around the nose. Not the mouth, which speaks and smiles. */
const AROUND = [...range(1, 16), ...range(17, 27), ...range(36, 48)];
/** The nose's tip and the three points below it. */
const NOSE = [30, 32, 33, 34];
/** Eyes that come closer by less have not been seen to: the landmarks are no surer. */
const LEAST_NARROWING = 0.01;
/** Keeps the fit solvable when points fall together. */
const RIDGE = 1e-4;

/**
 * Compares 68 landmarks of a face that looks ahead with 68 of another picture of it. Wherever a sheet of paper is held,
 * turned or bent, its points move smoothly: x after the move is nearly a quadratic of x and y before it (a homography of
 * small perspective is one, to second order, and a cylinder too). The quadratic is fitted to what lies around the nose, by
 * least squares; the nose's distance from it is what no sheet does.
 */
export function shapeChange(ahead: readonly Point[], other: readonly Point[]): ShapeChange {
  const [before, after] = [upright(ahead), upright(other)];
  const predict = fitQuadratic(
    AROUND.map((index) => before[index]!),
    AROUND.map((index) => after[index]!.x),
  );
  return {
    noseShift: mean(NOSE.map((index) => after[index]!.x - predict(before[index]!))),
    narrowing: 1 - eyeDistance(after) / eyeDistance(before),
  };
}

/**
 * How far the nose stands out of the face, in distances from eyes to mouth. What stands out by h shifts by h sin(a) in a turn
 * by a, whose cosine is what is left of the distance between the eyes: so h is the shift by that sine.
 */
export function noseHeight({ noseShift, narrowing }: ShapeChange): number {
  const cosine = 1 - Math.max(LEAST_NARROWING, narrowing);
  return Math.abs(noseShift) / Math.sqrt(1 - cosine * cosine);
}

/** About the middle of the eyes, the eyes level, in distances from eyes to mouth: a turn to a side leaves that distance alone. */
function upright(points: readonly Point[]): Point[] {
  const [left, right] = [middle(points.slice(36, 42)), middle(points.slice(42, 48))];
  const mouth = middle(points.slice(48, 68));
  const eyes = middle([left, right]);
  const angle = Math.atan2(right.y - left.y, right.x - left.x);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const below = (mouth.y - eyes.y) * cos - (mouth.x - eyes.x) * sin;
  return points.map(({ x, y }) => ({
    x: ((x - eyes.x) * cos + (y - eyes.y) * sin) / below,
    y: ((y - eyes.y) * cos - (x - eyes.x) * sin) / below,
  }));
}

const eyeDistance = (points: readonly Point[]): number =>
  middle(points.slice(42, 48)).x - middle(points.slice(36, 42)).x;

const terms = ({ x, y }: Point): number[] => [1, x, y, x * x, x * y, y * y];

/** The quadratic of x and y that comes nearest to `values` at `points`. */
function fitQuadratic(points: readonly Point[], values: readonly number[]): (point: Point) => number {
  const size = terms({ x: 0, y: 0 }).length;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size + 1 }, (_, column) => (row === column ? RIDGE : 0)),
  );
  points.forEach((point, index) => {
    const at = terms(point);
    rows.forEach((row, term) => {
      at.forEach((value, column) => (row[column]! += at[term]! * value));
      row[size]! += at[term]! * values[index]!;
    });
  });
  const factors = solve(rows);
  return (point) => terms(point).reduce((sum, term, index) => sum + term * factors[index]!, 0);
}

/** Gauss and Jordan, on symmetric positive definite equations with their right side as the last column; in place. */
function solve(rows: number[][]): number[] {
  rows.forEach((pivot, index) => {
    const lead = pivot[index]!;
    pivot.forEach((value, column) => (pivot[column] = value / lead));
    rows.forEach((row) => {
      if (row === pivot) return;
      const factor = row[index]!;
      pivot.forEach((value, column) => (row[column]! -= factor * value));
    });
  });
  return rows.map((row) => row.at(-1)!);
}

function middle(points: readonly Point[]): Point {
  return { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function range(from: number, below: number): number[] {
  return Array.from({ length: below - from }, (_, index) => from + index);
}
