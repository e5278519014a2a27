import { describe, expect, it } from 'vitest';
import { seededRandom } from '../recognition/evaluation/random.js';
import { augment, drawAugmentation } from './augment.js';

const SIDE = 8;
const none = { shear: 0, zoomX: 1, zoomY: 1, flip: false };
/** Red grows to the right, green downwards. */
const picture = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => {
  const pixel = Math.floor(at / 3);
  return at % 3 === 0 ? (pixel % SIDE) * 10 : at % 3 === 1 ? Math.floor(pixel / SIDE) * 10 : 255;
});
const augmented = (change: Partial<typeof none>) => {
  const target = new Float32Array(picture.length);
  augment(picture, SIDE, { ...none, ...change }, target);
  return (x: number, y: number) => [0, 1, 2].map((channel) => target[(y * SIDE + x) * 3 + channel]! * 255);
};
const near = (...values: number[]) => values.map((value) => expect.closeTo(value, 3) as number);

describe('an augmentation', () => {
  it('that changes nothing gives the pixels in 0..1', () => {
    expect(augmented({})(3, 5)).toEqual(near(30, 50, 255));
  });

  it('mirrors', () => {
    expect(augmented({ flip: true })(0, 5)).toEqual(near(70, 50, 255));
  });

  it('zooms each axis about the middle', () => {
    const at = augmented({ zoomX: 0.5 });
    expect(at(3, 0)).toEqual(near(30, 17.5, 255));
    expect(augmented({ zoomY: 0.5 })(0, 3)).toEqual(near(17.5, 30, 255));
  });

  it('goes on with the nearest pixel beyond the edge', () => {
    expect(augmented({ zoomX: 3, zoomY: 3 })(0, 7)).toEqual(near(0, 70, 255));
  });

  it('shears rows by columns', () => {
    const at = augmented({ shear: Math.PI / 6 });
    const [, green] = at(7, 3);
    expect(green).toBeCloseTo(30 - 10 * 0.5 * 3.5, 3);
  });

  it('is drawn within its ranges, mirrored about every other time', () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 400 }, () => drawAugmentation(random));
    const within = (values: number[], low: number, high: number): boolean =>
      values.every((value) => value >= low && value <= high) && Math.max(...values) - Math.min(...values) > 0.15;
    expect(
      within(
        drawn.map(({ shear }) => shear),
        -0.1,
        0.1,
      ),
    ).toBe(true);
    expect(
      within(
        drawn.map(({ zoomX }) => zoomX),
        0.9,
        1.1,
      ),
    ).toBe(true);
    expect(
      within(
        drawn.map(({ zoomY }) => zoomY),
        0.9,
        1.1,
      ),
    ).toBe(true);
    expect(drawn.filter(({ flip }) => flip).length).toBeGreaterThan(150);
    expect(drawn.filter(({ flip }) => flip).length).toBeLessThan(250);
  });
});
