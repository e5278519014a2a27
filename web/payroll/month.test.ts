import { describe, expect, it } from 'vitest';
import { monthBefore, monthOf } from './month';

describe('a month', () => {
  it.each([
    ['2026-03-15', '2026-03-01', '2026-03-31'],
    ['2028-02-29', '2028-02-01', '2028-02-29'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
  ])('of %s is %s to %s', (date, from, to) => {
    expect(monthOf(date)).toEqual({ from, to });
  });

  it('comes after another, over the end of a year too', () => {
    expect(monthBefore('2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(monthBefore('2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });
});
