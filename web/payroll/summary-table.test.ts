import { describe, expect, it } from 'vitest';
import { FIGURES, figureWords, rowName, totals } from './summary-table';

const row = (workedMinutes: number, lateDays: number) => ({
  ...Object.fromEntries(FIGURES.map(({ key }) => [key, 0])),
  key: 'k',
  name: 'n',
  workedMinutes,
  lateDays,
});

describe('totals', () => {
  it('add up every figure', () => {
    const rows = [row(480, 1), row(455, 0)] as never;
    expect(totals(rows)).toMatchObject({ workedMinutes: 935, lateDays: 1, overtimeMinutes: 0 });
  });
});

describe('a row', () => {
  it.each([
    ['DAY', '2026-03-02', 'Mon, 2 Mar 2026'],
    ['WEEK', '2026-03-30', '30 Mar – 5 Apr 2026'],
    ['MONTH', '2026-03', 'March 2026'],
    ['DEPARTMENT', 'Production', 'Production'],
  ] as const)('by %s is named %s -> %s', (by, key, name) => {
    expect(rowName({ key, name: key }, by, 'en-GB')).toBe(name);
  });

  it('shows minutes as hours, and nothing as a dash', () => {
    expect([figureWords(9750), figureWords(3, true), figureWords(0)]).toEqual(['162:30', '3', '–']);
  });
});
