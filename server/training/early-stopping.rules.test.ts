import { describe, expect, it } from 'vitest';
import { isToStop } from './early-stopping.rules.js';

describe('training stops', () => {
  it.each([
    ['not before it has begun', [], false],
    ['not while the loss falls', [3, 2.5, 2, 1.5, 1, 0.9, 0.8], false],
    ['when five epochs have not made it lower', [1, 1, 1.1, 1.2, 1.3, 1.4], true],
    ['not after four of them', [1, 1, 1.1, 1.2, 1.3], false],
    ['when five together made it lower by less than 0.005', [1, 0.999, 0.998, 0.997, 0.996, 0.9955], true],
    ['not when the fifth made it lower by more', [1, 1, 1, 1, 1, 0.99], false],
    ['five epochs after the last that did', [3, 2, 3, 3, 3, 3, 1.9, 3, 3, 3, 3, 3], true],
  ])('%s', (_name, losses, expected) => {
    expect(isToStop(losses, { patience: 5, minDelta: 0.005 })).toBe(expected);
  });
});
