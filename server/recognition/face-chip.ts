import type { PixelImage } from './face-engine.js';

export interface Point {
  x: number;
  y: number;
}

/** The encoder's input, in pixels. */
export const CHIP_SIZE = 150;

/**
 * Where eyes, nose tip and mouth lie in the square faces that the encoder was trained on: dlib's mean face shape
 * (get_face_chip_details, 150 pixels, padding 0.25), the mean of its points for either eye and for the mouth.
 */
const REFERENCE: readonly Point[] = [
  { x: 47.549, y: 46.599 },
  { x: 100.476, y: 46.599 },
  { x: 74.013, y: 76.563 },
  { x: 74.013, y: 105.422 },
];

/**
 * Cuts the face out upright and to the encoder's scale, 150x150. `landmarks` are the 68 points of the iBUG layout in
 * pixels of `image`. Beyond the image its border pixels go on, as tight crops would have a black edge otherwise.
 */
export function cutFaceChip(image: PixelImage, landmarks: readonly Point[]): PixelImage {
  const points = [
    meanOf(landmarks.slice(36, 42)),
    meanOf(landmarks.slice(42, 48)),
    meanOf(landmarks.slice(30, 31)),
    meanOf(landmarks.slice(48, 68)),
  ];
  return resample(image, fitSimilarity(REFERENCE, points));
}

/** Rotation and scale (a, b) and shift: (x, y) -> (a x - b y + shift.x, b x + a y + shift.y). */
interface Similarity {
  a: number;
  b: number;
  shift: Point;
}

/** The least-squares similarity that takes each `from` to its `to` (Umeyama 1991, in two dimensions). */
function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const fromMean = meanOf(from);
  const toMean = meanOf(to);
  let along = 0;
  let across = 0;
  let spread = 0;
  from.forEach((point, index) => {
    const target = to[index] ?? toMean;
    const [x, y, u, v] = [point.x - fromMean.x, point.y - fromMean.y, target.x - toMean.x, target.y - toMean.y];
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  });
  const [a, b] = [along / spread, across / spread];
  const shift = { x: toMean.x - a * fromMean.x + b * fromMean.y, y: toMean.y - b * fromMean.x - a * fromMean.y };
  return { a, b, shift };
}

/** Each pixel of the chip is the mean of as many bilinear samples as the scale asks for, so large faces do not alias. */
function resample(image: PixelImage, { a, b, shift }: Similarity): PixelImage {
  const data = new Uint8Array(CHIP_SIZE * CHIP_SIZE * 3);
  const perSide = Math.max(1, Math.round(Math.hypot(a, b)));
  const sum = new Float64Array(3);
  for (let y = 0; y < CHIP_SIZE; y++) {
    for (let x = 0; x < CHIP_SIZE; x++) {
      sum.fill(0);
      for (let sample = 0; sample < perSide * perSide; sample++) {
        const chipX = x + ((sample % perSide) + 0.5) / perSide - 0.5;
        const chipY = y + (Math.floor(sample / perSide) + 0.5) / perSide - 0.5;
        addBilinear(image, a * chipX - b * chipY + shift.x, b * chipX + a * chipY + shift.y, sum);
      }
      for (let channel = 0; channel < 3; channel++) {
        data[(y * CHIP_SIZE + x) * 3 + channel] = Math.round((sum[channel] ?? 0) / (perSide * perSide));
      }
    }
  }
  return { data, width: CHIP_SIZE, height: CHIP_SIZE };
}

function addBilinear({ data, width, height }: PixelImage, atX: number, atY: number, sum: Float64Array): void {
  const x = Math.min(Math.max(atX, 0), width - 1);
  const y = Math.min(Math.max(atY, 0), height - 1);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  for (let channel = 0; channel < 3; channel++) {
    const pixel = (column: number, row: number): number => data[(row * width + column) * 3 + channel] ?? 0;
    const upper = pixel(left, top) * (left + 1 - x) + pixel(right, top) * (x - left);
    const lower = pixel(left, bottom) * (left + 1 - x) + pixel(right, bottom) * (x - left);
    sum[channel] = (sum[channel] ?? 0) + upper * (top + 1 - y) + lower * (y - top);
  }
}

const meanOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
