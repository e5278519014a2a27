import { describe, expect, it } from 'vitest';
import type { ClassifierHead } from '../recognition/classifier-head.js';
import { testPolicy } from '../testing/test-policy.js';
import { madeShots } from '../testing/made-shots.js';
import { halvesOf, judgeHeads } from './judge-head.js';

const shots = madeShots({ people: 8, photos: 6 });
const people = [...new Set(shots.map(({ person }) => person))];

/** Sure of the person whose mean template is nearest; `bound` says how sure. */
function meanHead(classes: readonly string[], bound: number): ClassifierHead {
  const weights = new Float32Array(128 * classes.length);
  classes.forEach((person, column) => {
    const own = shots.filter((shot) => shot.person === person && shot.part === 'Train');
    for (const { templates } of own) {
      templates!.first.forEach((value, row) => (weights[row * classes.length + column]! += (20 * value) / own.length));
    }
  });
  const identity = new Float32Array(classes.length ** 2);
  classes.forEach((_, index) => (identity[index * classes.length + index] = 1));
  const bias = new Float32Array(classes.length);
  return { classes, hidden: { weights, bias }, output: { weights: identity, bias }, bound };
}

describe('heads', () => {
  it('are judged on the half that they have not learnt', () => {
    const [known, strangers] = halvesOf(people);
    expect([known.length, strangers.length]).toEqual([4, 4]);
    expect(new Set([...known, ...strangers]).size).toBe(8);
  });

  it('do not help where the distances make no mistake', () => {
    const heads = halvesOf(people).map((half) => meanHead(half, 0));
    expect(judgeHeads(shots, heads, testPolicy.match)).toMatchObject({ fnirWithout: 0, fnirWith: 0, helps: false });
  });

  it('lose people where they are never sure', () => {
    const heads = halvesOf(people).map((half) => meanHead(half, 1.1));
    expect(judgeHeads(shots, heads, testPolicy.match)).toMatchObject({ fnirWithout: 0, fnirWith: 1, helps: false });
  });

  it('are not judged without probes', () => {
    const train = shots.filter(({ part }) => part === 'Train');
    expect(judgeHeads(train, [meanHead(people, 0)], testPolicy.match)).toBeNull();
  });
});
