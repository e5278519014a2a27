import { describe, expect, it } from 'vitest';
import { timeZones } from './time-zones';

describe('timeZones', () => {
  it('has each zone once, by its name of today, in order', () => {
    expect(timeZones(['Europe/Kiev', 'Europe/Kyiv', 'Asia/Katmandu', 'Europe/Berlin'])).toEqual([
      'Asia/Kathmandu',
      'Europe/Berlin',
      'Europe/Kyiv',
      'UTC',
    ]);
  });

  it('names only what has clocks', () => {
    for (const timeZone of timeZones()) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });
});
