import { describe, expect, it } from 'vitest';
import { dateOrderOf, instantAt, readMoment, saysNothing } from './old-times.rules.js';

const HOUR = 3_600_000;

describe('a cell is read as a moment', () => {
  it.each([
    ['2024-03-05', '2024-03-05', null],
    ['2024/3/5', '2024-03-05', null],
    ['05/03/2024', '2024-03-05', null],
    ['5.3.2024', '2024-03-05', null],
    ['05/03/24', '2024-03-05', null],
    ['5-Mar-2024', '2024-03-05', null],
    ['5 March 2024', '2024-03-05', null],
    ['March 05, 2024', '2024-03-05', null],
    ['Sept 5, 2024 08:30', '2024-09-05', 8.5 * HOUR],
    ['08:30', null, 8.5 * HOUR],
    ['8:30:15', null, 8.5 * HOUR + 15_000],
    ['08:30:15.123456', null, 8.5 * HOUR + 15_123],
    ['12:05 AM', null, 5 * 60_000],
    ['12:05 p.m.', null, 12 * HOUR + 5 * 60_000],
    ['05:30 PM', null, 17.5 * HOUR],
    ['2024-03-05 08:30:15', '2024-03-05', 8.5 * HOUR + 15_000],
    ['2024-03-05T08:30:15.5', '2024-03-05', 8.5 * HOUR + 15_500],
    ['05/03/2024, 08:30', '2024-03-05', 8.5 * HOUR],
  ])('%s', (text, date, timeMs) => {
    expect(readMoment(text, 'DMY')).toEqual({ date, timeMs, offsetMs: null });
  });

  it.each([
    ['2024-03-05T08:30:00Z', 0],
    ['2024-03-05 08:30:00+05:45', 5.75 * HOUR],
    ['2024-03-05 08:30:00-0330', -3.5 * HOUR],
  ])('with its own offset: %s', (text, offsetMs) => {
    expect(readMoment(text, 'DMY')?.offsetMs).toBe(offsetMs);
  });

  it.each([
    '2024-02-30',
    '31/04/2024',
    '24-03-05',
    '5 Mach 2024',
    '30 February 2024',
    '25:00',
    '08:60',
    '13:00 PM',
    'morning',
    '2024-03-05 soon',
    '1024-01-01',
    '',
  ])('and "%s" is none', (text) => {
    expect(readMoment(text, 'DMY')?.timeMs ?? readMoment(text, 'DMY')?.date ?? null).toBeNull();
  });

  it('by the order that the dates of a table leave no doubt about', () => {
    expect(dateOrderOf(['01/02/2024', '01/13/2024'])).toBe('MDY');
    expect(dateOrderOf(['01/02/2024', '13/01/2024'])).toBe('DMY');
    expect(dateOrderOf(['01/02/24', '01/13/24'])).toBe('MDY');
    expect(dateOrderOf(['01/02/2024', '2024-01-13'])).toBeNull();
    expect(readMoment('03/05/2024', 'MDY')?.date).toBe('2024-03-05');
  });
});

it.each(['', ' ', 'None', 'NULL', 'nan', 'NaT', '-'])('a cell with "%s" says nothing', (text) => {
  expect(saysNothing(text)).toBe(true);
});

describe('the instant of a clock time', () => {
  it.each([
    ['2024-07-01', 8 * HOUR, null, '2024-07-01T06:00:00.000Z', null],
    ['2024-01-01', 8 * HOUR + 15_123, null, '2024-01-01T07:00:15.123Z', null],
    ['2024-01-01', 8 * HOUR, 5.75 * HOUR, '2024-01-01T02:15:00.000Z', null],
    // The clocks of Berlin go back from 03:00 to 02:00 on 27 October 2024, and forward on 31 March.
    ['2024-10-27', 2.5 * HOUR, null, '2024-10-27T00:30:00.000Z', 'TWICE'],
    ['2024-03-31', 2.5 * HOUR, null, '2024-03-31T01:30:00.000Z', 'SKIPPED'],
  ])('on %s, %i ms after midnight, offset %s, is %s', (date, timeMs, offsetMs, instant, doubt) => {
    expect(instantAt('Europe/Berlin', date, timeMs, offsetMs)).toEqual({ instant: new Date(instant), doubt });
  });
});
