import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useNumber, WINDOW } from './number-window.rules.js';

const fresh = { highest: 0, used: 0 };
const accepted = (numbers: number[]) => {
  let window = fresh;
  return numbers.filter((number) => {
    const next = useNumber(window, number);
    window = next ?? window;
    return next !== null;
  });
};

describe('the number of a signed request', () => {
  it.each([
    ['in order', [1, 2, 3], [1, 2, 3]],
    ['twice', [1, 1, 2, 2, 1], [1, 2]],
    ['after it was overtaken', [1, 4, 2, 3], [1, 4, 2, 3]],
    ['twice after it was overtaken', [1, 4, 2, 2], [1, 4, 2]],
    ['as far behind as the window goes', [31, 1], [31, 1]],
    ['further behind than the window goes', [32, 1], [32]],
    ['after a leap', [1, 2, 1000, 2, 970, 969], [1, 2, 1000, 970]],
    ['the highest there is', [2 ** 31 - 1, 2 ** 31 - 1], [2 ** 31 - 1]],
  ])('%s', (_name, numbers, wanted) => {
    expect(accepted(numbers)).toEqual(wanted);
  });

  it('is never accepted twice, and always when it is new and near enough', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 200 }), (numbers) => {
        const seen = new Set<number>();
        let highest = 0;
        const wanted = numbers.filter((number) => {
          if (seen.has(number) || number < highest - WINDOW) return false;
          seen.add(number);
          highest = Math.max(highest, number);
          return true;
        });
        expect(accepted(numbers)).toEqual(wanted);
      }),
    );
  });
});
