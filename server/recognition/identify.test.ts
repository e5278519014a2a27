import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { refuse } from '../refusal.js';
import { GOOD_QUALITY } from '../testing/fake-face-engine.js';
import { testPolicy } from '../testing/test-policy.js';
import type { ClassifierHead } from './classifier-head.js';
import type { DetectedFace, FaceEngine } from './face-engine.js';
import { Gallery } from './gallery.js';
import { createIdentify, type JudgeLiveness, type LivenessRequest } from './identify.js';
import type { Mistake } from './mistake.rules.js';

/** A template at this distance from the one at 0. */
const templateAt = (distance: number): Float32Array => Float32Array.of(distance, ...new Float32Array(127));
/** What the second encoder makes of a person: of two different ones the cosine distance is 1. */
const secondOf = (person: number): Float32Array => {
  const second = new Float32Array(1024);
  second[person] = 1;
  return second;
};
const faceAt = (distance: number, overrides: Partial<DetectedFace> = {}): DetectedFace => ({
  box: { x: 10, y: 20, width: 200, height: 200 },
  detectionScore: 0.9,
  landmarks: [],
  quality: GOOD_QUALITY,
  template: templateAt(distance),
  ...overrides,
});
const off: LivenessRequest = { level: 'OFF', challenge: null };

/** An engine that sees these faces on the photos of these numbers. */
function setUp(
  photos: DetectedFace[][],
  {
    second = 0,
    judgeLiveness = () => ({ refusal: null, signs: null }),
    mistakes = [],
    head = null,
  }: {
    second?: number;
    judgeLiveness?: JudgeLiveness;
    mistakes?: (Mistake & { about: string })[];
    head?: ClassifierHead | null;
  } = {},
) {
  const asked = { second: 0, passive: [] as (boolean | undefined)[] };
  const engine: FaceEngine = {
    modelId: 'one',
    secondModelId: 'two',
    backend: 'wasm',
    analyze: async ({ data }, options) => {
      asked.passive.push(options?.passive);
      return photos[Math.round(data[0]! / SHADES)] ?? [];
    },
    describeAgain: async () => {
      asked.second++;
      return secondOf(second);
    },
    stop: async () => undefined,
  };
  const gallery = new Gallery();
  gallery.add('anna', [{ template: templateAt(0), second: secondOf(0) }]);
  gallery.add('ben', [{ template: templateAt(-0.52), second: secondOf(1) }]);
  const identify = createIdentify({
    engine,
    gallery,
    policy: { current: () => Promise.resolve({ ...testPolicy, head }) },
    judgeLiveness,
    mistakesAbout: async (employeeId) => mistakes.filter(({ about }) => about === employeeId),
  });
  const run = async (liveness = off) => {
    const shots = await Promise.all(photos.map((_, number) => photo(number)));
    return identify({ photo: shots[0]!, frames: shots.slice(1), liveness });
  };
  return { asked, gallery, identify, run };
}

const SHADES = 20;
/** Photos are told apart by how red they are. */
const photo = (number = 0): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: { r: number * SHADES, g: 0, b: 0 } } })
    .png()
    .toBuffer();

describe('identify', () => {
  it('names the person where the first encoder is sure, without asking the second', async () => {
    const { run, asked } = setUp([[faceAt(0.25)]]);
    const { verdict, record } = await run();
    expect(verdict).toMatchObject({ outcome: 'identified', employeeId: 'anna', distance: 0.25 });
    expect(record).toMatchObject({
      outcome: 'MATCHED',
      employeeId: 'anna',
      runnerUpId: 'ben',
      gallerySize: 2,
      first: { modelId: 'one', distance: 0.25, threshold: 0.4, margin: 0.1 },
      fused: null,
      quality: GOOD_QUALITY,
      frames: 1,
    });
    // 1 / (1 + e^-(10 - 20 * 0.25 - ln 2))
    expect(record.confidence).toBeCloseTo(0.9867, 4);
    expect(asked.second).toBe(0);
    const jpeg = verdict.outcome === 'identified' ? verdict.jpeg : Buffer.of();
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
  });

  it('asks the second encoder in doubt, which can settle it', async () => {
    const { run, asked } = setUp([[faceAt(0.45)]]);
    const { verdict, record } = await run();
    expect(verdict).toMatchObject({ outcome: 'identified', employeeId: 'anna' });
    expect(record.fused).toMatchObject({ modelId: 'one+two', threshold: 0.5 });
    expect(record.fused!.distance).toBeCloseTo(0.45, 3);
    expect(record.fused!.runnerUpDistance).toBeCloseTo(0.97 + 0.5, 3);
    expect(asked.second).toBe(1);
  });

  it('lets the second encoder choose between two who are as near', async () => {
    const { verdict, record } = await setUp([[faceAt(-0.26)]], { second: 1 }).run();
    expect(verdict).toMatchObject({ employeeId: 'ben' });
    expect(record).toMatchObject({ employeeId: 'ben', runnerUpId: 'anna' });
  });

  it('and refuses where both doubt', async () => {
    const { verdict, record } = await setUp([[faceAt(0.45)]], { second: 5 }).run();
    expect(verdict).toMatchObject({ reason: 'UNKNOWN_FACE' });
    expect(record).toMatchObject({ outcome: 'UNKNOWN_FACE', employeeId: 'anna', confidence: null });
  });

  it('knows somebody from the moment they are added until the moment they are removed', async () => {
    const { gallery, identify } = setUp([[faceAt(2)]]);
    const shot = { photo: await photo(), frames: [], liveness: off };
    expect((await identify(shot)).verdict).toMatchObject({ reason: 'UNKNOWN_FACE' });
    gallery.add('cleo', [{ template: templateAt(2.1), second: null }]);
    expect((await identify(shot)).verdict).toMatchObject({ employeeId: 'cleo' });
    gallery.remove('cleo');
    expect((await identify(shot)).verdict).toMatchObject({ reason: 'UNKNOWN_FACE' });
  });

  it.each([
    ['NO_FACE', []],
    ['SEVERAL_FACES', [faceAt(0), faceAt(0)]],
    ['POOR_PHOTO', [faceAt(0, { box: { x: 0, y: 0, width: 30, height: 30 } })]],
    ['POOR_PHOTO', [faceAt(0, { quality: { ...GOOD_QUALITY, brightness: 2, contrast: 1 } })]],
    ['UNKNOWN_FACE', [faceAt(0.7)]],
  ])('refuses with %s, in words that say what to do', async (reason, faces) => {
    const { verdict, record } = await setUp([faces]).run();
    expect(verdict).toMatchObject({
      outcome: 'refused',
      reason,
      message: expect.stringMatching(/\w+\. \w+/) as string,
    });
    expect(record.outcome).toBe(reason);
  });

  it('refuses what is no photo without troubling the engine', async () => {
    const { identify, asked } = setUp([]);
    const { verdict } = await identify({ photo: Buffer.from('no photo at all'), frames: [], liveness: off });
    expect(verdict).toMatchObject({ reason: 'POOR_PHOTO' });
    expect(asked.passive).toEqual([]);
  });
});

describe('identify, by several photos of one moment', () => {
  it('refuses when most of the others show somebody else, turned heads aside', async () => {
    const ben = faceAt(-0.52);
    const turned = faceAt(-0.52, { quality: { ...GOOD_QUALITY, yaw: 35 } });
    expect((await setUp([[faceAt(0)], [ben], [ben], [faceAt(0)]]).run()).verdict).toMatchObject({
      reason: 'AMBIGUOUS_FACE',
    });
    expect((await setUp([[faceAt(0)], [ben], [faceAt(0)]]).run()).verdict).toMatchObject({ employeeId: 'anna' });
    expect((await setUp([[faceAt(0)], [turned], [turned]]).run()).verdict).toMatchObject({ employeeId: 'anna' });
  });

  it('passes over photos without a face', async () => {
    const { verdict, record } = await setUp([[faceAt(0)], []]).run();
    expect(verdict).toMatchObject({ employeeId: 'anna' });
    expect(record.frames).toBe(2);
  });

  it('asks whether it was a living person, where that is wanted, and says no for whom it names', async () => {
    const judged: number[] = [];
    const { run, asked } = setUp([[faceAt(0)], [faceAt(0)], []], {
      judgeLiveness: (_request, seen) => {
        judged.push(seen.length);
        return { refusal: refuse('SUSPECTED_SPOOF', 'That was a picture.'), signs: { moire: 0.9 } };
      },
    });
    const { verdict, record } = await run({ level: 'PASSIVE', challenge: null });
    expect(verdict).toMatchObject({ reason: 'SUSPECTED_SPOOF' });
    expect(record).toMatchObject({ outcome: 'SUSPECTED_SPOOF', employeeId: 'anna', liveness: { moire: 0.9 } });
    expect(judged).toEqual([2]);
    expect(asked.passive).toEqual([true, true, true]);
  });
});

describe('identify, with a head', () => {
  /** One that sees these people in any template, each with this probability. */
  const headThatSees = (people: Record<string, number>, bound: number): ClassifierHead => ({
    classes: Object.keys(people),
    hidden: { weights: new Float32Array(128), bias: new Float32Array(1) },
    output: { weights: new Float32Array(2), bias: Float32Array.from(Object.values(people), Math.log) },
    bound,
  });

  it.each([
    ['matches whom it sees too', { anna: 0.8, ben: 0.2 }, 0.7, 'MATCHED'],
    ['refuses where it sees somebody else', { anna: 0.4, ben: 0.6 }, 0.3, 'AMBIGUOUS_FACE'],
    ['refuses where it is certain of nobody', { anna: 0.8, ben: 0.2 }, 0.9, 'AMBIGUOUS_FACE'],
    ['matches somebody whom it has not learnt', { ben: 0.9, cem: 0.1 }, 0.7, 'MATCHED'],
  ])('%s', async (_name, people, bound, outcome) => {
    const { record } = await setUp([[faceAt(0.25)]], { head: headThatSees(people, bound) }).run();
    expect(record).toMatchObject({ outcome, employeeId: 'anna', runnerUpId: 'ben' });
  });

  it('matches nobody by the head alone', async () => {
    const { verdict } = await setUp([[faceAt(0.9)]], { head: headThatSees({ anna: 1, ben: 1e-9 }, 0.5) }).run();
    expect(verdict).toMatchObject({ reason: 'UNKNOWN_FACE' });
  });
});

describe('identify, after somebody was taken for Anna', () => {
  // Ben looked like Anna at 0.375, and less like himself by 0.145; the first encoder was sure.
  const benAsAnna = { about: 'anna', rightEmployeeId: 'ben', modelId: 'one', distance: 0.375, gap: -0.23 };
  const somebodyAsAnna = { ...benAsAnna, rightEmployeeId: null, gap: null };

  it('asks the second encoder where the first is sure of her, and names her where the other is far enough away', async () => {
    const { run, asked } = setUp([[faceAt(0.1)]], { mistakes: [benAsAnna] });
    const { verdict, record } = await run();
    expect(verdict).toMatchObject({ outcome: 'identified', employeeId: 'anna' });
    expect(record).toMatchObject({ heedsMistake: true, fused: { modelId: 'one+two' } });
    expect(asked.second).toBe(1);
  });

  it.each([
    ['by the first encoder, no further apart', { ...benAsAnna, gap: 0.42 }, 0, 0],
    ['by both, no further apart', { ...benAsAnna, modelId: 'one+two', gap: 0.95 }, 0, 0],
    ['of somebody unknown, no nearer', { ...somebodyAsAnna, distance: 0.3 }, 0.3, 0],
    ['of somebody who is not enrolled, no nearer', { ...benAsAnna, rightEmployeeId: 'cleo', gap: 0.2 }, 0.375, 0],
    ['where the second encoder sees somebody else', somebodyAsAnna, 0.3, 5],
  ])('doubts what may be the same mistake: %s', async (_name, mistake, distance, second) => {
    const { verdict, record } = await setUp([[faceAt(distance)]], { second, mistakes: [mistake] }).run();
    expect(verdict).toMatchObject({ reason: 'AMBIGUOUS_FACE' });
    expect(record).toMatchObject({ outcome: 'AMBIGUOUS_FACE', employeeId: 'anna', heedsMistake: true });
  });

  it('heeds it too where the first encoder was in doubt', async () => {
    const fused = { ...somebodyAsAnna, modelId: 'one+two', distance: 0.44 };
    expect((await setUp([[faceAt(0.45)]], { mistakes: [fused] }).run()).verdict).toMatchObject({
      reason: 'AMBIGUOUS_FACE',
    });
    expect((await setUp([[faceAt(0.42)]], { mistakes: [fused] }).run()).verdict).toMatchObject({ employeeId: 'anna' });
  });

  it('goes by no figures of encoders that are not in use', async () => {
    const old = { ...somebodyAsAnna, modelId: 'zero', distance: 0.01 };
    expect((await setUp([[faceAt(0.3)]], { mistakes: [old] }).run()).verdict).toMatchObject({ employeeId: 'anna' });
  });

  it('decides about everybody else as before', async () => {
    const { run, asked } = setUp([[faceAt(-0.52)]], { second: 1, mistakes: [benAsAnna] });
    const { verdict, record } = await run();
    expect(verdict).toMatchObject({ employeeId: 'ben' });
    expect(record).toMatchObject({ heedsMistake: false, fused: null });
    expect(asked.second).toBe(0);
  });
});
