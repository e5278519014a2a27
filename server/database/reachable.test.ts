import { expect, it, vi } from 'vitest';
import { reachableBy } from './reachable.js';

it('says whether the database answers', async () => {
  expect(await reachableBy(() => Promise.resolve([]))()).toBe(true);
  expect(await reachableBy(() => Promise.reject(new Error('gone')))()).toBe(false);
});

it('waits for one that says nothing no longer than told, asks once meanwhile, and hears when it is back', async () => {
  let answer!: () => void;
  const ask = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
  const isReachable = reachableBy(ask, 10);
  expect(await Promise.all([isReachable(), isReachable()])).toEqual([false, false]);
  expect(await isReachable()).toBe(false);
  expect(ask).toHaveBeenCalledTimes(1);

  const waiting = isReachable();
  answer();
  expect(await waiting).toBe(true);
  ask.mockResolvedValueOnce();
  expect(await isReachable()).toBe(true);
  expect(ask).toHaveBeenCalledTimes(2);
});
