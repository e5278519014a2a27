import { describe, expect, it } from 'vitest';
import { parseHolidayCsv } from './holiday-csv.js';

const newYear = { date: '2027-01-01', name: 'New Year', part: 'WHOLE' };

describe('a list of holidays', () => {
  it.each([
    ['with commas', '2027-01-01,New Year', [newYear]],
    ['with semicolons', '2027-01-01;New Year', [newYear]],
    ['with tabs', '2027-01-01\tNew Year\t', [newYear]],
    ['with a line that names the columns', 'date,name,part\n2027-01-01,New Year,WHOLE\n', [newYear]],
    ['as Windows and spreadsheets write it', '\uFEFF"Date";"Name"\r\n"2027-01-01";"New Year"\r\n\r\n', [newYear]],
    [
      'with half a day',
      '2027-12-24, Christmas Eve, second_half',
      [{ date: '2027-12-24', name: 'Christmas Eve', part: 'SECOND_HALF' }],
    ],
    [
      'with separators and quotes in a name',
      '2027-05-01,"Labour ""Day"", a, b; c"',
      [{ date: '2027-05-01', name: 'Labour "Day", a, b; c', part: 'WHOLE' }],
    ],
    ['with the leap day', '2028-02-29,Leap Day', [{ date: '2028-02-29', name: 'Leap Day', part: 'WHOLE' }]],
  ])('%s', (_name, csv, days) => {
    expect(parseHolidayCsv(csv)).toEqual(days);
  });

  it.each([
    ['nothing', '', 'csv: there is no holiday in it.'],
    ['a first line alone', 'date,name', 'csv: there is no holiday in it.'],
    ['a date that is none', '2027-02-29,Leap Day', 'csv: line 1: date must be a date such as 2026-11-24.'],
    ['a date written otherwise', '01.01.2027,New Year', 'csv: line 1: date must be a date such as 2026-11-24.'],
    ['no name', '2027-01-01', 'csv: line 1: name '],
    ['an empty name', '2027-01-01,', 'csv: line 1: name must not be empty.'],
    ['a date twice', '2027-01-01,A\n2027-01-01,B', 'csv: line 2: 2027-01-01 is there twice.'],
    ['a part that is none', '2027-01-01,New Year,MORNING', 'csv: line 1: part '],
    ['more than 1,000 lines', '2027-01-01,New Year\n'.repeat(1001), 'csv: there are more than 1000 holidays in it.'],
  ])('is refused with %s', (_name, csv, words) => {
    expect(() => parseHolidayCsv(csv)).toThrow(words);
  });

  it('names the lines that are off, five at most', () => {
    const csv = ['2027-01-01,New Year', ...Array.from({ length: 7 }, () => 'x,y')].join('\n');
    expect(() => parseHolidayCsv(csv)).toThrow(/line 2: .*; line 6: [^;]*; and 2 more\.$/);
  });
});
