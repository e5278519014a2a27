import { describe, expect, it } from 'vitest';
import { CHIP_SIZE } from './face-chip.js';
import type { FaceQuality, PixelImage, Point } from './face-engine.js';
import { measureQuality, whatIsWrong } from './quality.js';

const GOOD: FaceQuality = {
  score: 1,
  eyeDistance: 60,
  brightness: 120,
  contrast: 40,
  sharpness: 0.5,
  yaw: 0,
  pitch: 0,
  roll: 0,
};

/** A straight face as dlib's mean shape has it; the nose moved by `nose`, all of it then turned and scaled. */
function landmarks({ nose = { x: 0, y: 0 }, turn = 0, scale = 1 } = {}): Point[] {
  const place = ({ x, y }: Point): Point => ({
    x: scale * (x * Math.cos(turn) - y * Math.sin(turn)),
    y: scale * (x * Math.sin(turn) + y * Math.cos(turn)),
  });
  return Array.from({ length: 68 }, (_, index) => {
    if (index === 36) return place({ x: 37, y: 46.6 });
    if (index === 45) return place({ x: 111, y: 46.6 });
    if (index >= 48) return place({ x: 74, y: 105.4 });
    if (index >= 42) return place({ x: 100, y: 46.6 });
    if (index >= 36) return place({ x: 48, y: 46.6 });
    return place({ x: 74 + nose.x, y: 76.5 + nose.y });
  });
}

/** Stripes of `period` pixels between two greys. */
function striped(low: number, high: number, period: number): PixelImage {
  const data = new Uint8Array(CHIP_SIZE * CHIP_SIZE * 3);
  for (let at = 0; at < data.length; at++)
    data[at] = (Math.floor(at / 3) % CHIP_SIZE) % period < period / 2 ? low : high;
  return { data, width: CHIP_SIZE, height: CHIP_SIZE };
}

describe('measureQuality', () => {
  it('tells the light of the face', () => {
    const { brightness, contrast } = measureQuality(striped(100, 140, 8), landmarks());
    expect(brightness).toBeCloseTo(120, 0);
    expect(contrast).toBeCloseTo(20, 0);
  });

  it('finds fine detail sharper than coarse, at whatever contrast', () => {
    const sharpness = (picture: PixelImage): number => measureQuality(picture, landmarks()).sharpness;
    expect(sharpness(striped(100, 140, 8))).toBeGreaterThan(1.5 * sharpness(striped(100, 140, 40)));
    expect(sharpness(striped(100, 140, 8))).toBeCloseTo(sharpness(striped(20, 220, 8)), 1);
  });

  it('gives 0 and not NaN for a face without any light', () => {
    expect(measureQuality(striped(0, 0, 8), landmarks())).toMatchObject({ score: 0, sharpness: 0, contrast: 0 });
  });

  it('measures between the eyes in pixels of the photo', () => {
    expect(measureQuality(striped(100, 140, 8), landmarks({ scale: 2, turn: 0.3 })).eyeDistance).toBeGreaterThan(90);
  });

  it.each([
    ['straight', {}, { yaw: 0, pitch: 0, roll: 0 }],
    ['turned to its left', { nose: { x: 17, y: 0 } }, { yaw: 30, pitch: 0, roll: 0 }],
    ['turned to its right', { nose: { x: -17, y: 0 } }, { yaw: -30, pitch: 0, roll: 0 }],
    ['raised', { nose: { x: 0, y: -11 } }, { yaw: 0, pitch: 20, roll: 0 }],
    ['tilted clockwise', { turn: Math.PI / 6 }, { yaw: 0, pitch: 0, roll: 30 }],
  ])('tells a head that is %s', (_, head, { yaw, pitch, roll }) => {
    const measured = measureQuality(striped(100, 140, 8), landmarks(head));
    expect(Math.abs(measured.yaw - yaw)).toBeLessThan(3);
    expect(Math.abs(measured.pitch - pitch)).toBeLessThan(3);
    expect(Math.abs(measured.roll - roll)).toBeLessThan(1);
  });
});

describe('whatIsWrong', () => {
  it('finds nothing wrong with a good face', () => {
    expect([whatIsWrong(GOOD, 'enrolment'), whatIsWrong(GOOD, 'kiosk')]).toEqual([null, null]);
  });

  it.each<[string, Partial<FaceQuality>, RegExp]>([
    ['far away', { eyeDistance: 6 }, /^Move closer to the camera\.$/],
    ['in the dark', { brightness: 8 }, /^It is too dark\./],
    ['in glaring light', { brightness: 250 }, /^It is too bright\./],
    ['without contrast', { contrast: 1 }, /hardly be made out/],
    ['in profile to the left', { yaw: 70 }, /^Look straight at the camera\.$/],
    ['in profile to the right', { yaw: -70 }, /^Look straight at the camera\.$/],
    ['looking down', { pitch: -60 }, /^Look straight at the camera\.$/],
    ['blurred', { sharpness: 0.01 }, /Hold still\.$/],
  ])('says what to do about a face %s, at the kiosk and at enrolment', (_, change, message) => {
    const quality = { ...GOOD, ...change };
    expect(whatIsWrong(quality, 'kiosk')).toMatch(message);
    expect(whatIsWrong(quality, 'enrolment')).toMatch(message);
  });

  it.each<[string, Partial<FaceQuality>]>([
    ['size', { eyeDistance: 14 }],
    ['darkness', { brightness: 20 }],
    ['yaw', { yaw: 40 }],
  ])('is stricter at enrolment about %s', (_, change) => {
    expect(whatIsWrong({ ...GOOD, ...change }, 'kiosk')).toBeNull();
    expect(whatIsWrong({ ...GOOD, ...change }, 'enrolment')).not.toBeNull();
  });
});
