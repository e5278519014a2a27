import { describe, expect, it } from 'vitest';
import { seededRandom } from '../evaluation/random.js';
import {
  bentSheet,
  flatSheet,
  head,
  pictureOf,
  type LandmarkModel,
} from '../../testing/presentation-attacks/landmark-models.js';
import { noseHeight, shapeChange } from './head-shape.rules.js';

const ahead = (noise = 0, seed = 1) => pictureOf(head, { yaw: 0, pitch: 0 }, noise, seededRandom(seed));

describe('shapeChange', () => {
  it('sees no change where there is none, wherever the face is, however large and tilted', () => {
    const moved = ahead().map(({ x, y }) => ({
      x: 300 + 1.7 * (x * 0.9 - y * 0.3),
      y: 80 + 1.7 * (y * 0.9 + x * 0.3),
    }));
    const { noseShift, narrowing } = shapeChange(ahead(), moved);
    expect(noseShift).toBeCloseTo(0, 3);
    expect(narrowing).toBeCloseTo(0, 3);
  });

  it.each([
    [20, 1],
    [30, 1],
    [-20, -1],
    [-30, -1],
  ])('of a head turned by %d degrees (own left positive) the nose shifts far enough, to that side', (yaw, side) => {
    const { noseShift } = shapeChange(ahead(0.02, 2), pictureOf(head, { yaw, pitch: 3 }, 0.02, seededRandom(3)));
    expect(side * noseShift).toBeGreaterThan(0.08);
  });

  it.each([-45, -30, -15, 15, 30, 45])('of a flat sheet turned by %d degrees the nose stays with the face', (yaw) => {
    for (let seed = 0; seed < 20; seed++) {
      const turned = pictureOf(flatSheet, { yaw, pitch: 5 }, 0.02, seededRandom(seed));
      expect(Math.abs(shapeChange(ahead(0.02, seed + 100), turned).noseShift)).toBeLessThan(0.07);
    }
  });

  it.each([-35, -20, 20, 35])('of a sheet bent like a column and turned by %d degrees', (yaw) => {
    for (let seed = 0; seed < 20; seed++) {
      const turned = pictureOf(bentSheet(2), { yaw, pitch: 0 }, 0.02, seededRandom(seed));
      expect(Math.abs(shapeChange(ahead(0.02, seed + 100), turned).noseShift)).toBeLessThan(0.07);
    }
  });
});

describe('noseHeight', () => {
  const heightOf = (model: LandmarkModel, yaw: number): number => {
    const [before, after] = [0, yaw].map((angle) => pictureOf(model, { yaw: angle, pitch: 0 }, 0, seededRandom(1)));
    return noseHeight(shapeChange(before!, after!));
  };

  it('of a head is the same however far it turns, to either side', () => {
    const heights = [-40, -25, 18, 32].map((yaw) => heightOf(head, yaw));
    expect(Math.max(...heights) / Math.min(...heights)).toBeLessThan(1.1);
  });

  it('of a flat or bent sheet is next to nothing', () => {
    const sheets = [flatSheet, bentSheet(4), bentSheet(1.3), bentSheet(-2)];
    const heights = sheets.flatMap((sheet) => [-40, -25, 18, 32].map((yaw) => heightOf(sheet, yaw)));
    expect(Math.max(...heights)).toBeLessThan(0.1 * heightOf(head, 25));
  });

  it('is finite where the eyes did not come closer', () => {
    expect(noseHeight({ noseShift: -0.05, narrowing: -0.2 })).toBeCloseTo(0.05 / Math.sqrt(1 - 0.99 ** 2));
  });
});
