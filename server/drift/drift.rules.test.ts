import { describe, expect, it } from 'vitest';
import { isUnusual, weeksBefore } from './drift.rules.js';

describe('weeks', () => {
  it('begin on Monday by the clocks of the zone, also where those change', () => {
    const weeks = weeksBefore(new Date('2026-03-31T12:00:00Z'), 'Europe/Berlin', 2);
    expect(weeks.map(({ date, from, to }) => [date, from.toISOString(), to.toISOString()])).toEqual([
      ['2026-03-30', '2026-03-29T22:00:00.000Z', '2026-04-05T22:00:00.000Z'],
      ['2026-03-23', '2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ]);
  });
});

describe('a week', () => {
  const usual = [
    { decisions: 200, refused: 4 },
    { decisions: 180, refused: 5 },
  ];
  it.each([
    ['with the same share of refusals', { decisions: 200, refused: 5 }, usual, false],
    ['with four times as many', { decisions: 200, refused: 20 }, usual, true],
    ['with far fewer', { decisions: 200, refused: 0 }, usual, false],
    ['with a few recognitions, all refused', { decisions: 19, refused: 19 }, usual, false],
    ['with nothing before it', { decisions: 200, refused: 100 }, [], false],
    ['without a refusal, as before', { decisions: 200, refused: 0 }, [{ decisions: 200, refused: 0 }], false],
  ])('%s', (_name, week, before, unusual) => {
    expect(isUnusual(week, before)).toBe(unusual);
  });
});
