import { expect, it } from 'vitest';
import { workAhead } from './work-ahead.js';

it('gives results in order, and has no more under way than it may', async () => {
  let underWay = 0;
  let most = 0;
  const taken: number[] = [];
  const work = async (item: number) => {
    most = Math.max(most, ++underWay);
    for (let turn = 0; turn < 10 - item; turn++) await Promise.resolve();
    return item * 10;
  };
  for await (const { result } of workAhead([1, 2, 3, 4, 5, 6, 7], 3, work)) {
    taken.push(result);
    underWay--;
  }
  expect(taken).toEqual([10, 20, 30, 40, 50, 60, 70]);
  expect(most).toBe(3);
});

it('stops at the first that fails, in order', async () => {
  const taken: number[] = [];
  const work = async (item: number) => {
    if (item > 2) throw new Error(`no ${item}`);
    return item;
  };
  const all = async () => {
    for await (const { result } of workAhead([1, 2, 3, 4], 4, work)) taken.push(result);
  };
  await expect(all()).rejects.toThrow('no 3');
  expect(taken).toEqual([1, 2]);
});
