import { describe, expect, it } from 'vitest';
import { deferredTime, isPlausible } from './deferred-punch.rules.js';

const now = new Date('2026-03-10T12:00:00Z');

describe('a time that a device gives', () => {
  it.each<[string, string, number | null, boolean]>([
    ['an hour ago', '2026-03-10T11:00:00Z', 0, true],
    ['a week ago', '2026-03-03T12:00:00Z', 0, true],
    ['14 days ago', '2026-02-24T12:00:00Z', 0, true],
    ['a millisecond more', '2026-02-24T11:59:59.999Z', 0, false],
    ['two minutes ahead', '2026-03-10T12:02:00Z', 0, true],
    ['a millisecond more ahead', '2026-03-10T12:02:00.001Z', 0, false],
    ['ten minutes ahead by a clock that is known to be', '2026-03-10T12:10:00Z', 600_000, true],
    ['now by a clock that is known to be three minutes behind', '2026-03-10T12:00:00Z', -180_000, false],
    ['hours ahead by a clock that nobody knows', '2026-03-10T20:00:00Z', null, true],
    ['two days ahead by a clock that nobody knows', '2026-03-12T12:00:00Z', null, false],
  ])('%s', (_name, capturedAt, clockOffsetMs, expected) => {
    expect(isPlausible({ capturedAt: new Date(capturedAt), clockOffsetMs }, now)).toBe(expected);
  });

  it('counts less what its clock is ahead, and never later than it came in', () => {
    const at = (capturedAt: string, clockOffsetMs: number | null) =>
      deferredTime({ capturedAt: new Date(capturedAt), clockOffsetMs }, now).toISOString();
    expect(at('2026-03-10T08:10:00Z', 600_000)).toBe('2026-03-10T08:00:00.000Z');
    expect(at('2026-03-10T12:01:00Z', 0)).toBe('2026-03-10T12:00:00.000Z');
    expect(at('2026-03-10T08:10:00Z', null)).toBe('2026-03-10T08:10:00.000Z');
  });
});
