import { describe, expect, it } from 'vitest';
import { cycleDayOn, dayName, isWeek, patternWords } from './pattern-words';

const shift = (name: string) => ({ id: name, name });
const on = (days: number[], name: string) => days.map((day) => ({ day, shift: shift(name) }));

describe('patternWords', () => {
  it.each([
    [
      'a week',
      { cycleDays: 7, startsOn: '2024-01-01', days: on([0, 1, 2, 3, 4], 'Early') },
      'Mon–Fri Early, Sat–Sun free',
    ],
    [
      'a single day',
      { cycleDays: 7, startsOn: '2024-01-01', days: on([5], 'Early') },
      'Mon–Fri free, Sat Early, Sun free',
    ],
    [
      'a rotation',
      { cycleDays: 6, startsOn: '2026-03-04', days: [...on([0, 1], 'Early'), ...on([2], 'Night')] },
      '2 days Early, 1 day Night, 3 days free',
    ],
    [
      'two shifts on a day',
      { cycleDays: 1, startsOn: '2026-03-04', days: [...on([0], 'Lunch'), ...on([0], 'Dinner')] },
      '1 day Lunch and Dinner',
    ],
  ])('of %s', (_name, pattern, words) => {
    expect(patternWords(pattern)).toBe(words);
  });
});

describe('a cycle', () => {
  it('is a week only from a Monday on', () => {
    expect(isWeek({ cycleDays: 7, startsOn: '2024-01-01' })).toBe(true);
    expect(isWeek({ cycleDays: 7, startsOn: '2024-01-02' })).toBe(false);
    expect(isWeek({ cycleDays: 14, startsOn: '2024-01-01' })).toBe(false);
    expect([dayName(true, 6), dayName(false, 6)]).toEqual(['Sun', 'Day 7']);
  });

  it.each([
    ['2026-03-02', 0, 0],
    ['2026-03-05', 0, 3],
    ['2026-03-06', 0, 0],
    ['2026-03-02', 1, 1],
    ['2026-03-01', 0, 3],
  ])('on %s, %i days ahead, is at day %i', (date, offset, day) => {
    expect(cycleDayOn({ cycleDays: 4, startsOn: '2026-03-02' }, date, offset)).toBe(day);
  });
});
