import { describe, expect, it } from 'vitest';
import { head, pictureOf } from '../../testing/presentation-attacks/landmark-models.js';
import { seededRandom } from '../evaluation/random.js';
import type { PixelImage } from '../face-engine.js';
import { pictureSigns } from './picture-signs.js';
import { normal } from './simulation/media.js';

const WIDTH = 640;
const HEIGHT = 480;
const landmarks = pictureOf(head, { yaw: 0, pitch: 0 }, 0, seededRandom(1));

/** Grey noise, and what `levelAt` adds to it. */
function picture(levelAt: (x: number, y: number) => number): PixelImage {
  const random = seededRandom(7);
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
    const level = 120 + 3 * normal(random) + levelAt(pixel % WIDTH, Math.floor(pixel / WIDTH));
    data.fill(Math.min(255, Math.max(0, level)), pixel * 3, pixel * 3 + 3);
  }
  return { data, width: WIDTH, height: HEIGHT };
}

const signsOf = (levelAt: (x: number, y: number) => number) => pictureSigns(picture(levelAt), landmarks);
const plain = signsOf(() => 0);

describe('pictureSigns', () => {
  it.each([2.5, 3.3, 5])('a grid of %d pixels stands out of the spectrum tenfold', (period) => {
    const grid = signsOf((x, y) => 5 * Math.sin((2 * Math.PI * (x * 0.9 + y * 0.44)) / period));
    expect(grid.moire).toBeGreaterThan(plain.moire + 1);
  });

  it('finds the edges of a sheet behind the face, and none of a plain wall', () => {
    const sheet = signsOf((x, y) => (x > 170 && x < 470 && y > 60 && y < 420 ? 80 : 0));
    expect(sheet.edges).toBeGreaterThan(40);
    expect(plain.edges).toBeLessThan(5);
  });

  it('does not take a door frame for a sheet', () => {
    expect(signsOf((x) => (x > 170 && x < 470 ? 80 : 0)).edges).toBeLessThan(5);
  });

  it('tells how much of the face is burnt out', () => {
    const { x, y } = landmarks[30]!;
    const glare = signsOf((column, row) => (Math.hypot(column - x, row - y) < 30 ? 200 : 0)).glare;
    expect(glare).toBeGreaterThan(0.05);
    expect(glare).toBeLessThan(0.3);
    expect(plain.glare).toBe(0);
  });
});
