import { describe, expect, it } from 'vitest';
import { withEvenLight } from './even-light.js';
import type { PixelImage } from './face-engine.js';

const SIDE = 20;

/** Each pixel's three channels are what `colourAt` gives for its column and row. */
function picture(colourAt: (column: number, row: number) => [number, number, number]): PixelImage {
  const pixels = Array.from({ length: SIDE * SIDE }, (_, at) => colourAt(at % SIDE, Math.floor(at / SIDE)));
  return { data: Uint8Array.from(pixels.flat()), width: SIDE, height: SIDE };
}

/** Stripes of two greys. */
const stripes = (dark: number, bright: number): PixelImage =>
  picture((column) => (column % 2 ? [bright, bright, bright] : [dark, dark, dark]));

describe('withEvenLight', () => {
  it.each([
    ['dark', 10, 20],
    ['pale', 200, 240],
    ['good', 77, 173],
  ])('gives %s stripes a mean of 125 and a deviation of 48', (_, dark, bright) => {
    expect(withEvenLight(stripes(dark, bright))).toEqual(stripes(77, 173));
  });

  it('takes no notice of what surrounds the face', () => {
    const framed = picture((column, row) => {
      const isMiddle = column >= 4 && column < 16 && row >= 4 && row < 16;
      const grey = isMiddle ? (column % 2 ? 20 : 10) : 250;
      return [grey, grey, grey];
    });
    const { data } = withEvenLight(framed);
    const middle = (10 * SIDE + 10) * 3;
    expect([data[middle], data[middle + 3], data[0]]).toEqual([77, 173, 255]);
  });

  it('treats the channels alike, so that colours stay', () => {
    const { data } = withEvenLight(picture((column) => (column % 2 ? [40, 30, 20] : [20, 15, 10])));
    const [darkRed, darkGreen, darkBlue, red, green, blue] = data;
    const gain = (red! - darkRed!) / 20;
    expect((green! - darkGreen!) / 15).toBeCloseTo(gain, 0);
    expect((blue! - darkBlue!) / 10).toBeCloseTo(gain, 0);
    expect(red).toBeGreaterThan(green!);
    expect(green).toBeGreaterThan(blue!);
  });

  it('makes plain grey of a plain picture', () => {
    expect(new Set(withEvenLight(stripes(3, 3)).data)).toEqual(new Set([125]));
  });

  it('leaves the picture that it is given as it is', () => {
    const dark = stripes(10, 20);
    withEvenLight(dark);
    expect(dark).toEqual(stripes(10, 20));
  });
});
