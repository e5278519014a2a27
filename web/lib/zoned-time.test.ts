import { describe, expect, it } from 'vitest';
import { clockTimeIn, dateIn, formatTimeIn, instantsOf, zoneName, zoneNote } from './zoned-time';

describe('times of a site', () => {
  it('are on the site’s clocks and calendar, not the browser’s', () => {
    expect(dateIn('America/New_York', '2026-03-02T03:00:00Z')).toBe('2026-03-01');
    expect(clockTimeIn('America/New_York', '2026-03-02T03:00:00Z')).toBe('22:00');
    expect(formatTimeIn('Europe/Berlin', '2026-03-02', '2026-03-02T05:00:00Z', 'en-GB')).toBe('06:00');
  });

  it('name the weekday where a night ends on another date', () => {
    expect(formatTimeIn('Europe/Berlin', '2026-03-02', '2026-03-03T05:00:00Z', 'en-GB')).toBe('Tue 06:00');
  });

  it.each([
    ['an ordinary time', '2026-03-02', '06:00', ['2026-03-02T05:00:00.000Z']],
    ['no instant of a time that is skipped', '2026-03-29', '02:30', []],
    ['two of one that comes twice', '2026-10-25', '02:30', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['none of half a time', '2026-10-25', '', []],
    ['none of half a date', '2026-10', '02:30', []],
  ])('%s', (_name, date, time, instants) => {
    expect(instantsOf('Europe/Berlin', date, time)).toEqual(instants);
  });
});

describe('a zone', () => {
  it('is named only where it is not the browser’s', () => {
    expect(zoneNote('Europe/Berlin', 'Europe/Berlin')).toBe('');
    expect(zoneNote('America/Argentina/Buenos_Aires', 'Europe/Berlin')).toBe(
      'Times are those of Buenos Aires (America, Argentina), not of this device.',
    );
    expect(zoneName('UTC')).toBe('UTC');
  });
});
