import { describe, expect, it } from 'vitest';
import { GOOD_QUALITY } from '../../testing/fake-face-engine.js';
import {
  bentSheet,
  flatSheet,
  head,
  pictureOf,
  shallowHead,
  type LandmarkModel,
} from '../../testing/presentation-attacks/landmark-models.js';
import { seededRandom } from '../evaluation/random.js';
import { judgeChallenge, wordsFor, type ChallengeFrame } from './challenge.rules.js';
import type { HeadMotion } from './head-motion.js';
import { SHIPPED_CHALLENGE_POLICY } from './shipped-liveness-policy.js';

const NOISE = 0.01;
const anna = new Float32Array(128);
const ben = new Float32Array(128).fill(0.06);

/** One frame for each yaw, in degrees, to the own left positive. */
function framesOf(
  model: LandmarkModel,
  yaws: readonly number[],
  templates: readonly Float32Array[] = [],
): ChallengeFrame[] {
  const random = seededRandom(yaws.length);
  return yaws.map((yaw, index) => ({
    landmarks: pictureOf(model, { yaw, pitch: 0 }, NOISE, random),
    template: templates[index] ?? anna,
    quality: { ...GOOD_QUALITY, yaw },
  }));
}

const judge = (steps: readonly HeadMotion[], frames: readonly ChallengeFrame[]) =>
  judgeChallenge(steps, frames, SHIPPED_CHALLENGE_POLICY);

const LEFT_RIGHT = [0, 12, 30, 0, -14, -30, 0];

describe('judgeChallenge', () => {
  it.each<[string, HeadMotion[], number[]]>([
    ['left, then right', ['LEFT', 'RIGHT'], LEFT_RIGHT],
    ['right, then left', ['RIGHT', 'LEFT'], [0, -30, 0, 30]],
    ['left twice, with a look ahead between', ['LEFT', 'LEFT'], [0, 30, 32, 1, 30, 0]],
    ['right twice', ['RIGHT', 'RIGHT'], [0, -30, 0, -14, -30, -10, 0]],
    ['from one side to the other without a stop', ['LEFT', 'RIGHT'], [0, 32, -32, 0]],
  ])('a head that turns %s is alive when that was asked', (_, steps, yaws) => {
    expect(judge(steps, framesOf(head, yaws))).toMatchObject({ outcome: 'live', evidence: { turns: steps } });
  });

  it.each<[string, HeadMotion[], number[]]>([
    ['to the other sides', ['RIGHT', 'LEFT'], LEFT_RIGHT],
    ['to one side only', ['LEFT', 'RIGHT'], [0, 12, 30, 0, 1]],
    ['once, and stays, where twice was asked', ['LEFT', 'LEFT'], [0, 30, 32, 30, 0]],
    ['more often than asked', ['LEFT', 'RIGHT'], [0, 30, 0, -30, 0, 30]],
    ['by too little', ['LEFT', 'RIGHT'], [0, 6, 0, -6, 0]],
    ['not at all', ['LEFT', 'RIGHT'], [0, 0, 0, 0]],
  ])('a head that turns %s is asked again', (_, steps, yaws) => {
    const verdict = judge(steps, framesOf(head, yaws));
    expect(verdict).toMatchObject({
      outcome: 'not done',
      words: expect.stringContaining('Turn your head slowly to your'),
    });
  });

  it.each<[string, LandmarkModel]>([
    ['flat', flatSheet],
    ['bent around a column', bentSheet(2)],
    ['bent around a wide column', bentSheet(4)],
  ])('a sheet that is turned, %s, is suspected', (_, model) => {
    const verdict = judge(['LEFT', 'RIGHT'], framesOf(model, [0, 20, 40, 0, -20, -40, 0]));
    expect(verdict).toMatchObject({ outcome: 'suspected', reason: 'FLAT' });
  });

  it('suspects what turns as asked with a nose that stands out too little', () => {
    const verdict = judge(['LEFT', 'RIGHT'], framesOf(shallowHead, [0, 20, 40, 0, -20, -40, 0]));
    expect(verdict).toMatchObject({
      outcome: 'suspected',
      reason: 'FLAT',
      evidence: { turns: ['LEFT', 'RIGHT'], noseHeight: expect.closeTo(0.18, 1) },
    });
  });

  it('suspects two people, one after the other', () => {
    const templates = [anna, ben, ben, ben, ben, ben, ben];
    expect(judge(['LEFT', 'RIGHT'], framesOf(head, LEFT_RIGHT, templates))).toMatchObject({
      outcome: 'suspected',
      reason: 'ANOTHER_PERSON',
    });
  });

  it.each([0, 1, 3])('asks again after %d frames', (count) => {
    const frames = framesOf(head, [0, 30, -30]).slice(0, count);
    expect(judge(['LEFT', 'RIGHT'], frames)).toMatchObject({
      outcome: 'not done',
      words: expect.stringContaining('quick'),
    });
  });

  it('asks again when the first look is to a side', () => {
    const verdict = judge(['LEFT', 'RIGHT'], framesOf(head, [30, 0, -30, 0]));
    expect(verdict).toMatchObject({ outcome: 'not done', words: expect.stringContaining('straight') });
  });
});

it('asks in plain words', () => {
  expect(wordsFor(['LEFT'])).toBe('Turn your head slowly to your left.');
  expect(wordsFor(['LEFT', 'RIGHT'])).toBe(
    'Turn your head slowly to your left, look ahead, then turn it to your right.',
  );
});
