import { describe, expect, it } from 'vitest';
import { hourLine, placeOn } from './hour-line';

describe('hourLine', () => {
  it.each([
    [840, 1440, ['0', '6', '12', '18', '24']],
    [1440, 1440, ['0', '6', '12', '18', '24']],
    [1441, 2160, ['0', '6', '12', '18', '0', '6', '12']],
    [2400, 2880, ['0', '6', '12', '18', '0', '6', '12', '18', '0']],
  ])('to minute %i is %i minutes long', (last, endMinutes, labels) => {
    const line = hourLine(last);
    expect(line.endMinutes).toBe(endMinutes);
    expect(line.marks.map(({ label }) => label)).toEqual(labels);
  });

  it('marks the midnight that is passed', () => {
    expect(hourLine(1800).marks.filter(({ isMidnight }) => isMidnight)).toEqual([
      { minutes: 1440, label: '0', isMidnight: true },
    ]);
    expect(hourLine(840).marks.some(({ isMidnight }) => isMidnight)).toBe(false);
  });

  it('places a span by its share', () => {
    expect(placeOn(hourLine(1440), 360, 1080)).toEqual({ left: '25%', width: '50%' });
  });
});
