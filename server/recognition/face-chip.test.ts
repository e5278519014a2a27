import { describe, expect, it } from 'vitest';
import { CHIP_SIZE, cutFaceChip } from './face-chip.js';
import type { PixelImage, Point } from './face-engine.js';

const EYES_NOSE_MOUTH: Point[] = [
  { x: 47.549, y: 46.599 },
  { x: 100.476, y: 46.599 },
  { x: 74.013, y: 76.563 },
  { x: 74.013, y: 105.422 },
];

/** 68 points whose eyes, nose tip and mouth are where the encoder wants them, moved by `to`. */
function landmarksAt(to: (point: Point) => Point): Point[] {
  const [leftEye, rightEye, nose, mouth] = EYES_NOSE_MOUTH.map(to) as [Point, Point, Point, Point];
  return Array.from({ length: 68 }, (_, index) => {
    if (index >= 48) return mouth;
    if (index >= 42) return rightEye;
    return index >= 36 ? leftEye : nose;
  });
}

/** Red grows to the right, green downwards. */
function gradient(side: number, perPixel: number): PixelImage {
  const data = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) data.set([x * perPixel, y * perPixel, 7], (y * side + x) * 3);
  return { data, width: side, height: side };
}

const pixel = ({ data, width }: PixelImage, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

describe('cutFaceChip', () => {
  it('leaves a face alone that lies as the encoder wants it', () => {
    const image = gradient(CHIP_SIZE, 1);
    const chip = cutFaceChip(
      image,
      landmarksAt((point) => point),
    );
    expect([chip.width, chip.height]).toEqual([CHIP_SIZE, CHIP_SIZE]);
    expect(chip.data.every((value, index) => Math.abs(value - (image.data[index] ?? 0)) <= 1)).toBe(true);
  });

  it("brings a face of twice the size to the encoder's scale", () => {
    const chip = cutFaceChip(
      gradient(300, 0.5),
      landmarksAt(({ x, y }) => ({ x: 2 * x, y: 2 * y })),
    );
    const [red = 0, green = 0, blue] = pixel(chip, 100, 40);
    expect(Math.abs(red - 100)).toBeLessThanOrEqual(1);
    expect(Math.abs(green - 40)).toBeLessThanOrEqual(1);
    expect(blue).toBe(7);
  });

  it('sets a face upright that lies on its side', () => {
    const chip = cutFaceChip(
      gradient(CHIP_SIZE, 1),
      landmarksAt(({ x, y }) => ({ x: CHIP_SIZE - 1 - y, y: x })),
    );
    const [red = 0, green = 0] = pixel(chip, 100, 40);
    expect(Math.abs(red - (CHIP_SIZE - 1 - 40))).toBeLessThanOrEqual(1);
    expect(Math.abs(green - 100)).toBeLessThanOrEqual(1);
  });

  it('goes on with the border where a face reaches over the edge', () => {
    const white = { data: new Uint8Array(60 * 60 * 3).fill(255), width: 60, height: 60 };
    const chip = cutFaceChip(
      white,
      landmarksAt(({ x, y }) => ({ x: x - 45, y: y - 45 })),
    );
    expect(chip.data.every((value) => value === 255)).toBe(true);
  });
});
