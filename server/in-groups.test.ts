import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, it } from 'vitest';
import { UnavailableError } from './errors.js';
import { inGroups } from './in-groups.js';

describe('work in groups', () => {
  it('is done once for all who ask at the same time, and gives each their own result', async () => {
    const groups: number[][] = [];
    const double = inGroups(async (numbers: readonly number[]) => {
      groups.push([...numbers]);
      return numbers.map((number) => number * 2);
    });
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(groups).toEqual([[1, 2, 3], [4]]);
  });

  it('goes by nothing that was read before it was asked for', async () => {
    let stored = 'old';
    let readFirst!: () => void;
    const isReading = new Promise<void>((resolve) => (readFirst = resolve));
    let finish!: () => void;
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const read = inGroups(async (asked: readonly string[]) => {
      const found = stored;
      readFirst();
      await mayFinish;
      return asked.map(() => found);
    });
    const before = read('before');
    await isReading;
    stored = 'new';
    const after = read('after');
    finish();
    expect(await Promise.all([before, after])).toEqual(['old', 'new']);
  });

  it('is done for each alone where a group fails, in their order', async () => {
    const done: number[][] = [];
    const refuseThree = inGroups(async (numbers: readonly number[]) => {
      done.push([...numbers]);
      if (numbers.includes(3)) throw new Error('not three');
      return numbers;
    });
    const outcomes = await Promise.allSettled([1, 3, 2].map(refuseThree));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(done).toEqual([[1, 3, 2], [1], [3], [2]]);
  });

  it('is given up for all of a group where what it needs is out of reach', async () => {
    let attempts = 0;
    const reach = inGroups(() => {
      attempts++;
      return Promise.reject(new UnavailableError(new Error('closed')));
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map(reach));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(attempts).toBe(1);
  });

  it('is done in the context of none of those who ask', async () => {
    const asker = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const look = inGroups(async (asked: readonly number[]) => {
      seen.push(asker.getStore());
      return asked;
    });
    await asker.run('ana', () => look(1));
    expect(seen).toEqual([undefined]);
  });

  it('is done for no more than fifty at once', async () => {
    const sizes: number[] = [];
    const count = inGroups(async (numbers: readonly number[]) => {
      sizes.push(numbers.length);
      return numbers;
    });
    await Promise.all(Array.from({ length: 120 }, (_, index) => count(index)));
    expect(sizes).toEqual([50, 50, 20]);
  });
});
