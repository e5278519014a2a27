import { describe, expect, it } from 'vitest';
import { addDays, datesFrom, dayAndMonth, daysBetween, isDate, mondayOf, weekdayName } from './calendar';

describe('dates', () => {
  it('are counted over the end of a month, of February and of a year', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(datesFrom('2026-12-31', 2)).toEqual(['2026-12-31', '2027-01-01']);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-08', '2026-03-02'],
    ['2026-03-01', '2026-02-23'],
  ])('%s is in the week of Monday, %s', (date, monday) => {
    expect(mondayOf(date)).toBe(monday);
  });

  it('are named for themselves, whatever the zone of the browser', () => {
    expect(weekdayName('2026-03-02', 'long', 'en-GB')).toBe('Monday');
    expect(dayAndMonth('2026-03-02', false, 'en-GB')).toBe('2 Mar');
    expect(dayAndMonth('2026-03-02', true, 'en-GB')).toBe('2 Mar 2026');
  });

  it.each(['', '2026-03', '22026-03-01', '2026-13-01', null])('%j is no whole date', (text) => {
    expect(isDate(text)).toBe(false);
  });
});
