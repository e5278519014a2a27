import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RateLimit, RateLimitedError } from './rate-limit.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tries = async (limit: RateLimit, key: string): Promise<number> =>
  limit.take(key).then(
    () => 0,
    (error: RateLimitedError) => error.retryAfterSeconds,
  );

it('lets through what is within the limit, and counts each key by itself', async () => {
  const limit = new RateLimit({ name: 'a', requests: 2, seconds: 60 });
  expect([await tries(limit, 'x'), await tries(limit, 'x'), await tries(limit, 'y')]).toEqual([0, 0, 0]);
  expect(await tries(limit, 'x')).toBe(60);
  vi.advanceTimersByTime(60_001);
  expect(await tries(limit, 'x')).toBe(0);
});

it('says when to come again, also to the header', async () => {
  const limit = new RateLimit({ name: 'a', requests: 1, seconds: 10 });
  await limit.take('x');
  vi.advanceTimersByTime(4_000);
  const error = (await limit.take('x').catch((caught: unknown) => caught)) as RateLimitedError;
  expect(error).toMatchObject({ code: 'RATE_LIMITED', message: 'Too many requests. Try again in 6 seconds.' });
  expect(error.extensions).toEqual({ retryAfterSeconds: 6, http: { headers: new Map([['retry-after', '6']]) } });
});

it('doubles the pause each time, up to the longest, whatever is tried meanwhile', async () => {
  const limit = new RateLimit({ name: 'a', requests: 1, seconds: 60, pauseSeconds: 30, longestPauseSeconds: 100 });
  const pauses: number[] = [];
  for (let round = 0; round < 4; round++) {
    expect(await tries(limit, 'x')).toBe(0);
    pauses.push(await tries(limit, 'x'));
    vi.advanceTimersByTime(10_000);
    expect(await tries(limit, 'x')).toBe(pauses.at(-1)! - 10);
    vi.advanceTimersByTime(pauses.at(-1)! * 1000);
  }
  expect(pauses).toEqual([30, 60, 100, 100]);
});

it('takes back no more than one, and nothing that was not counted', async () => {
  const limit = new RateLimit({ name: 'a', requests: 2, seconds: 60, pauseSeconds: 30 });
  await limit.giveBack('x');
  await tries(limit, 'x');
  await tries(limit, 'x');
  await limit.giveBack('x');
  expect([await limit.count('x'), await tries(limit, 'x'), await tries(limit, 'x')]).toEqual([1, 0, 30]);
});
