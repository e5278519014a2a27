import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff';

describe('backoffMs', () => {
  it('doubles with each attempt and stops growing at the cap', () => {
    const waits = [1, 2, 3, 4, 5, 6, 50].map((attempt) =>
      backoffMs(attempt, { baseMs: 1000, capMs: 10_000, random: () => 1 }),
    );
    expect(waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
  });

  it('is spread over the upper half, so that many screens do not return at once', () => {
    expect(backoffMs(3, { baseMs: 1000, random: () => 0 })).toBe(2000);
    expect(backoffMs(3, { baseMs: 1000, random: () => 0.5 })).toBe(3000);
  });
});
