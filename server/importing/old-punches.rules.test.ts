import { describe, expect, it } from 'vitest';
import { punchesOf } from './old-punches.rules.js';

const setting = { timeZone: 'Europe/Berlin', order: 'DMY', now: new Date('2024-12-01T12:00:00Z') } as const;
const read = (date: string, checkIn: string, checkOut: string) => {
  const { punches, remarks } = punchesOf({ date, checkIn, checkOut }, setting);
  return { at: punches.map(({ at }) => at.toISOString().slice(0, 16)), remarks };
};

describe('a row of attendance', () => {
  it.each([
    ['is a check-in and a check-out', '2024-07-01', '08:00:00', '17:00:00', ['2024-07-01T06:00', '2024-07-01T15:00']],
    ['may be open', '2024-07-01', '08:00:00', 'None', ['2024-07-01T06:00']],
    [
      'may have whole timestamps',
      '',
      '2024-07-01 08:00:00.123456',
      '2024-07-01 17:00:00',
      ['2024-07-01T06:00', '2024-07-01T15:00'],
    ],
    ['goes by the date of the timestamp', '2024-06-30', '2024-07-01 08:00', '', ['2024-07-01T06:00']],
  ])('%s', (_name, date, checkIn, checkOut, at) => {
    expect(read(date, checkIn, checkOut)).toEqual({ at, remarks: [] });
  });

  it.each([
    ['ends the next morning', '2024-07-01', '22:00', '06:00', ['2024-07-01T20:00', '2024-07-02T04:00'], 'next day'],
    [
      'does not last for more than 16 hours',
      '2024-07-01',
      '08:00',
      '07:00',
      ['2024-07-01T06:00'],
      'not after the check-in',
    ],
    ['needs a check-in', '2024-07-01', '', '17:00', [], 'There is no check-in time.'],
    ['needs a date', 'None', '08:00', '17:00', [], 'There is no date.'],
    ['is not taken where its date is none', '2024-02-30', '08:00', '17:00', [], '"2024-02-30" cannot be read'],
    ['is not taken where its time is none', '2024-07-01', 'early', '17:00', [], '"early" cannot be read'],
    [
      'keeps its check-in where only the other is none',
      '2024-07-01',
      '08:00',
      'late',
      ['2024-07-01T06:00'],
      '"late" cannot',
    ],
    ['is not taken from the future', '2025-07-01', '08:00', '', [], 'in the future'],
    [
      'is told of a time that came twice',
      '2024-10-27',
      '02:30',
      '10:00',
      ['2024-10-27T00:30', '2024-10-27T09:00'],
      'came twice',
    ],
    [
      'has the second time where the first is too early',
      '2024-10-27',
      '02:40',
      '02:20',
      ['2024-10-27T00:40', '2024-10-27T01:20'],
      'came twice',
    ],
    [
      'is told of a time that never came',
      '2024-03-31',
      '02:30',
      '10:00',
      ['2024-03-31T01:30', '2024-03-31T08:00'],
      'did not come',
    ],
  ])('%s', (_name, date, checkIn, checkOut, at, remark) => {
    const taken = read(date, checkIn, checkOut);
    expect(taken.at).toEqual(at);
    expect(taken.remarks.join(' ')).toContain(remark);
  });
});
