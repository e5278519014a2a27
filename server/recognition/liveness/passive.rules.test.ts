import { describe, expect, it } from 'vitest';
import { judgePassive, type PassivePolicy, type PassiveSigns } from './passive.rules.js';

const policy: PassivePolicy = {
  weights: { antispoof: -1, liveness: -1, moire: 2, edges: 0.1, glare: 0 },
  threshold: 1,
};
const genuine: PassiveSigns = { antispoof: 0.8, liveness: 0.9, moire: 1, edges: 3, glare: 0 };
const picture: PassiveSigns = { ...genuine, moire: 2, edges: 30 };

describe('judgePassive', () => {
  it('weighs the signs of a frame', () => {
    expect(judgePassive([genuine], policy)).toEqual({ outcome: 'live', score: expect.closeTo(0.6) });
    expect(judgePassive([picture], policy)).toEqual({ outcome: 'suspected', score: expect.closeTo(5.3) });
  });

  it('suspects from the threshold on', () => {
    expect(judgePassive([{ ...genuine, moire: 1.2 }], { ...policy, threshold: 1.000001 }).outcome).toBe('live');
    expect(judgePassive([{ ...genuine, moire: 1.2 }], { ...policy, threshold: 0.999999 }).outcome).toBe('suspected');
  });

  it('goes by the median of three frames, in whatever order', () => {
    expect(judgePassive([picture, genuine, genuine], policy).outcome).toBe('live');
    expect(judgePassive([genuine, picture, picture], policy).outcome).toBe('suspected');
  });
});
