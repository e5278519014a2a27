import { describe, expect, it } from 'vitest';
import { probabilitiesOf, speaksAgainst } from '../recognition/classifier-head.js';
import { seededRandom } from '../recognition/evaluation/random.js';
import { madeShots } from '../testing/made-shots.js';
import { HEAD_TRAINING, planHead } from './head.js';
import { trainHeadInThread } from './head-thread.js';

const shots = madeShots({ people: 5, photos: 15 });
const labelled = (part: string) =>
  shots.filter((shot) => shot.part === part).map(({ person, templates }) => ({ person, template: templates!.first }));
const plan = () => planHead(labelled('Train'), 1, seededRandom(1));
const never = new AbortController().signal;

describe('a head', () => {
  it('has nothing to stop by with two samples a person', () => {
    expect(
      planHead(
        labelled('Train').filter((_, index) => index % 10 < 2),
        1,
        seededRandom(1),
      ),
    ).toBeNull();
  });

  it('stops by a fifth of each person, which it does not learn from', () => {
    const { training, stopping, classes } = plan()!;
    expect([classes.length, training.length, stopping.length]).toEqual([5, 40, 10]);
    expect(training.filter((sample) => stopping.includes(sample))).toEqual([]);
  });

  it('learns whom it was shown, the same way twice, and gives the weights of its best epoch', async () => {
    const [once, again] = [await trainHeadInThread(plan()!, never), await trainHeadInThread(plan()!, never)];
    expect(again).toEqual(once);
    const { head, curves } = once;
    expect(curves.length).toBeLessThanOrEqual(HEAD_TRAINING.epochs);
    const right = labelled('Test').filter(
      ({ person, template }) => !speaksAgainst({ ...head, bound: 0 }, template, person),
    );
    expect(right.length).toBe(labelled('Test').length);
    // The loss of the weights that came back is the lowest of the curve.
    const { stopping } = plan()!;
    const losses = stopping.map(
      ({ person, template }) => -Math.log(probabilitiesOf(head, template)[head.classes.indexOf(person)]!),
    );
    const loss = losses.reduce((sum, each) => sum + each) / losses.length;
    expect(loss).toBeCloseTo(Math.min(...curves.map(({ stopLoss }) => stopLoss)), 4);
  });

  it('is abandoned when it is asked to stop', async () => {
    const stopping = new AbortController();
    const training = trainHeadInThread(plan()!, stopping.signal);
    stopping.abort(new Error('cancelled'));
    await expect(training).rejects.toThrow('cancelled');
  });
});
