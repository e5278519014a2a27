import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDay, formatMinutes, formatTime, formatTimeOn, localDay } from './format-time';

describe('times', () => {
  const zone = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = 'America/New_York';
  });
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('shows an instant in the zone of the browser', () => {
    expect(formatTime('2026-03-02T13:58:00Z', 'en-GB')).toBe('08:58');
  });

  it('shows nothing where there is no instant', () => {
    expect(formatTime(null)).toBe('');
    expect(formatTimeOn('2026-03-02', undefined)).toBe('');
  });

  it('names the weekday of a check-out on the following morning', () => {
    expect(formatTimeOn('2026-03-02', '2026-03-03T11:02:00Z', 'en-GB')).toBe('Tue 06:02');
    expect(formatTimeOn('2026-03-02', '2026-03-02T22:02:00Z', 'en-GB')).toBe('17:02');
  });

  it('never shifts a day of the calendar by the zone', () => {
    expect(formatDay('2026-03-02', 'en-GB')).toContain('2 Mar 2026');
  });

  it('takes the day from the calendar of the browser', () => {
    expect(localDay(new Date('2026-03-02T02:00:00Z'))).toBe('2026-03-01');
  });
});

describe('formatMinutes', () => {
  it.each([
    [0, '0:00'],
    [5, '0:05'],
    [505, '8:25'],
    [1500, '25:00'],
    [null, ''],
  ])('writes %s minutes as %s', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });
});
