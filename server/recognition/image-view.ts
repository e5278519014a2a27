import type { PixelImage, Point } from './face-engine.js';

/**
 * A look at an image: where each pixel of the view lies in the image. Turning, scaling and shifting only:
 * (x, y) -> (a x - b y + shift.x, b x + a y + shift.y); hypot(a, b) is the number of image pixels to one of the view.
 */
export interface View {
  a: number;
  b: number;
  shift: Point;
}

export interface Rendering {
  /** What lies outside the image: its border pixels go on, or plain grey. */
  outside?: 'border' | 'grey';
  /** Bilinear samples to a pixel of the view, along each side, where the view is that much coarser than the image. */
  maxSamples?: number;
}

const GREY = 128;

/** Of a view, in pixels; a number is the side of a square. */
export type ViewSize = number | { width: number; height: number };

const sizeOf = (size: ViewSize): { width: number; height: number } =>
  typeof size === 'number' ? { width: size, height: size } : size;

/** The view of this size with `centre` in its middle; `side` pixels of the image across, turned by `roll` radians clockwise. */
export function viewAround(centre: Point, side: number, size: ViewSize, roll = 0): View {
  const { width, height } = sizeOf(size);
  const a = (Math.cos(roll) * side) / width;
  const b = (Math.sin(roll) * side) / width;
  const [right, down] = [(width - 1) / 2, (height - 1) / 2];
  return { a, b, shift: { x: centre.x - a * right + b * down, y: centre.y - b * right - a * down } };
}

/** From pixels of the view to pixels of the image. */
export function toImage({ a, b, shift }: View, { x, y }: Point): Point {
  return { x: a * x - b * y + shift.x, y: b * x + a * y + shift.y };
}

/** The least-squares view that shows each of `inImage` at its `inView` (Umeyama 1991, in two dimensions). */
export function fitView(inView: readonly Point[], inImage: readonly Point[]): View {
  const viewMean = meanOf(inView);
  const imageMean = meanOf(inImage);
  let along = 0;
  let across = 0;
  let spread = 0;
  inView.forEach((point, index) => {
    const target = inImage[index] ?? imageMean;
    const [x, y, u, v] = [point.x - viewMean.x, point.y - viewMean.y, target.x - imageMean.x, target.y - imageMean.y];
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  });
  const [a, b] = [along / spread, across / spread];
  return {
    a,
    b,
    shift: { x: imageMean.x - a * viewMean.x + b * viewMean.y, y: imageMean.y - b * viewMean.x - a * viewMean.y },
  };
}

/** The pixels of a view of this size; each the mean of as many bilinear samples as the scale asks for, against aliasing. */
export function renderView(
  { data, width, height }: PixelImage,
  { a, b, shift }: View,
  size: ViewSize,
  { outside = 'border', maxSamples = 4 }: Rendering = {},
): PixelImage {
  const { width: columns, height: rows } = sizeOf(size);
  const rendered = new Uint8Array(columns * rows * 3);
  const perSide = Math.min(maxSamples, Math.max(1, Math.round(Math.hypot(a, b))));
  const samples = perSide * perSide;
  const [right, bottom] = [width - 1, height - 1];
  const step = 1 / perSide;
  const firstStep = step / 2 - 0.5;
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sample = 0; sample < samples; sample++) {
        const down = (sample / perSide) | 0;
        const viewX = column + firstStep + (sample - down * perSide) * step;
        const viewY = row + firstStep + down * step;
        let x = a * viewX - b * viewY + shift.x;
        let y = b * viewX + a * viewY + shift.y;
        if (outside === 'grey' && (x < -0.5 || y < -0.5 || x > right + 0.5 || y > bottom + 0.5)) {
          red += GREY;
          green += GREY;
          blue += GREY;
          continue;
        }
        x = x < 0 ? 0 : x > right ? right : x;
        y = y < 0 ? 0 : y > bottom ? bottom : y;
        const left = x | 0;
        const top = y | 0;
        const partX = x - left;
        const partY = y - top;
        const upperLeft = (top * width + left) * 3;
        const upperRight = left < right ? upperLeft + 3 : upperLeft;
        const below = top < bottom ? width * 3 : 0;
        const lowerRightPart = partX * partY;
        const lowerLeftPart = partY - lowerRightPart;
        const upperRightPart = partX - lowerRightPart;
        const upperLeftPart = 1 - partX - lowerLeftPart;
        red +=
          data[upperLeft]! * upperLeftPart +
          data[upperRight]! * upperRightPart +
          data[upperLeft + below]! * lowerLeftPart +
          data[upperRight + below]! * lowerRightPart;
        green +=
          data[upperLeft + 1]! * upperLeftPart +
          data[upperRight + 1]! * upperRightPart +
          data[upperLeft + below + 1]! * lowerLeftPart +
          data[upperRight + below + 1]! * lowerRightPart;
        blue +=
          data[upperLeft + 2]! * upperLeftPart +
          data[upperRight + 2]! * upperRightPart +
          data[upperLeft + below + 2]! * lowerLeftPart +
          data[upperRight + below + 2]! * lowerRightPart;
      }
      rendered[at++] = red / samples + 0.5;
      rendered[at++] = green / samples + 0.5;
      rendered[at++] = blue / samples + 0.5;
    }
  }
  return { data: rendered, width: columns, height: rows };
}

/** Left and right exchanged. */
export function mirrored({ data, width, height }: PixelImage): PixelImage {
  const flipped = new Uint8Array(data.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = (row * width + column) * 3;
      const to = (row * width + width - 1 - column) * 3;
      flipped[to] = data[from]!;
      flipped[to + 1] = data[from + 1]!;
      flipped[to + 2] = data[from + 2]!;
    }
  }
  return { data: flipped, width, height };
}

export const meanOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
