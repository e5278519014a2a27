import { describe, expect, it } from 'vitest';
import { GOOD_QUALITY } from '../../testing/fake-face-engine.js';
import { flatSheet, head, pictureOf, type LandmarkModel } from '../../testing/presentation-attacks/landmark-models.js';
import { seededRandom } from '../evaluation/random.js';
import type { PixelImage } from '../face-engine.js';
import type { Seen } from '../look.js';
import type { Challenge } from './challenge-book.js';
import { judgeLiveness } from './judge-liveness.js';
import { normal } from './simulation/media.js';

const challenge: Challenge = {
  id: 'challenge',
  source: 'kiosk:door',
  steps: ['LEFT', 'RIGHT'],
  expiresAt: new Date('2026-03-02T08:00:30Z'),
};
const YAWS = [0, 30, 0, -30, 0];

const wall = noise(() => 0);
const screenBeforeWall = noise((x, y) =>
  x > 150 && x < 490 && y > 40 && y < 440 ? 60 + 12 * Math.sin((2 * Math.PI * (x * 0.9 + y * 0.44)) / 3.3) : 0,
);

function noise(levelAt: (x: number, y: number) => number): PixelImage {
  const random = seededRandom(3);
  const [width, height] = [640, 480];
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.fill(100 + 3 * normal(random) + levelAt(pixel % width, Math.floor(pixel / width)), pixel * 3, pixel * 3 + 3);
  }
  return { data, width, height };
}

function seenOf(model: LandmarkModel, yaws: readonly number[], pixels = wall): Seen[] {
  const random = seededRandom(5);
  return yaws.map((yaw) => ({
    outcome: 'seen',
    pixels,
    face: {
      box: { x: 220, y: 100, width: 200, height: 280 },
      detectionScore: 0.9,
      landmarks: pictureOf(model, { yaw, pitch: 0 }, 0.01, random),
      quality: { ...GOOD_QUALITY, yaw },
      template: new Float32Array(128),
      passive: { antispoof: 0.7, liveness: 0.95 },
    },
  }));
}

describe('judgeLiveness', () => {
  it('asks nothing when it is off', () => {
    expect(judgeLiveness({ level: 'OFF', challenge: null }, seenOf(head, [0]))).toEqual({ refusal: null, signs: null });
  });

  it('by the pictures alone lets a plain one pass and suspects a screen, and says what by', () => {
    const judge = (pixels: PixelImage) =>
      judgeLiveness({ level: 'PASSIVE', challenge: null }, seenOf(head, [0], pixels));
    expect(judge(wall)).toEqual({
      refusal: null,
      signs: {
        antispoof: 0.7,
        liveness: 0.95,
        moire: expect.any(Number),
        edges: expect.any(Number),
        glare: 0,
        passiveScore: expect.any(Number),
      },
    });
    expect(judge(screenBeforeWall).refusal).toMatchObject({ reason: 'SUSPECTED_SPOOF' });
  });

  it('lets a head pass that turns as asked, and says what was seen', () => {
    expect(judgeLiveness({ level: 'CHALLENGE', challenge }, seenOf(head, YAWS))).toMatchObject({
      refusal: null,
      signs: { asked: 'LEFT RIGHT', turned: 'LEFT RIGHT', frames: 5, passiveScore: expect.any(Number) },
    });
  });

  it.each<[string, LandmarkModel, number[], string]>([
    ['a head that turns the other way', head, [0, -30, 0, 30, 0], 'LIVENESS_NEEDED'],
    ['a single photo', head, [0], 'LIVENESS_NEEDED'],
    ['a print that is turned as asked', flatSheet, [0, 40, 0, -40, 0], 'SUSPECTED_SPOOF'],
  ])('refuses %s', (_, model, yaws, reason) => {
    const { refusal } = judgeLiveness({ level: 'CHALLENGE', challenge }, seenOf(model, yaws));
    expect(refusal).toMatchObject({ reason, message: expect.stringMatching(/try again/i) });
  });

  it('refuses frames that answer no challenge', () => {
    const { refusal } = judgeLiveness({ level: 'CHALLENGE', challenge: null }, seenOf(head, YAWS));
    expect(refusal).toMatchObject({ reason: 'LIVENESS_NEEDED' });
  });

  it('throws when the engine was not asked for what it needs', () => {
    const seen = seenOf(head, [0]).map((each) => ({ ...each, face: { ...each.face, passive: undefined } }));
    expect(() => judgeLiveness({ level: 'PASSIVE', challenge: null }, seen)).toThrow('no passive scores');
  });
});
