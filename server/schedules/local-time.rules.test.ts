import { describe, expect, it } from 'vitest';
import { dateAt, datesFrom, daysBetween, instantOf, localTimeOf, weekStart, zoneOffsetMs } from './local-time.rules.js';

const [BERLIN, LORD_HOWE, KATHMANDU] = ['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu'];

describe('instantOf', () => {
  it.each([
    ['an ordinary time', BERLIN, '2026-03-02', 8 * 60, 'FIRST', '2026-03-02T07:00:00Z'],
    ['after midnight of the day after', BERLIN, '2026-03-02', 30 * 60, 'FIRST', '2026-03-03T05:00:00Z'],
    ['before midnight', BERLIN, '2026-03-02', -10, 'FIRST', '2026-03-01T22:50:00Z'],
    ['a skipped time', BERLIN, '2026-03-29', 150, 'FIRST', '2026-03-29T01:30:00Z'],
    ['a time twice, the first', BERLIN, '2026-10-25', 150, 'FIRST', '2026-10-25T00:30:00Z'],
    ['a time twice, the second', BERLIN, '2026-10-25', 150, 'SECOND', '2026-10-25T01:30:00Z'],
    ['the second of a time that comes once', BERLIN, '2026-03-02', 8 * 60, 'SECOND', '2026-03-02T07:00:00Z'],
    ['half an hour skipped', LORD_HOWE, '2026-10-04', 135, 'FIRST', '2026-10-03T15:45:00Z'],
    ['half an hour twice, the second', LORD_HOWE, '2026-04-05', 105, 'SECOND', '2026-04-04T15:15:00Z'],
    ['5:45 ahead', KATHMANDU, '2026-03-02', 0, 'FIRST', '2026-03-01T18:15:00Z'],
    ['the night to 29 February', BERLIN, '2028-02-28', 24 * 60, 'FIRST', '2028-02-28T23:00:00Z'],
  ] as const)('%s', (_name, timeZone, date, minutes, occurrence, expected) => {
    expect(instantOf(timeZone, date, minutes, occurrence)).toEqual(new Date(expected));
  });
});

describe('localTimeOf', () => {
  it.each([
    ['2026-03-02T07:00:30Z', '2026-03-02', '08:00:30', 'ONLY'],
    ['2026-10-25T00:30:00Z', '2026-10-25', '02:30:00', 'FIRST'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '02:30:00', 'SECOND'],
    ['2026-10-25T02:00:00Z', '2026-10-25', '03:00:00', 'ONLY'],
  ])('%s', (instant, date, time, occurrence) => {
    expect(localTimeOf(BERLIN, new Date(instant))).toEqual({ date, time, occurrence });
  });
});

describe('dateAt', () => {
  it.each([
    ['just after midnight', BERLIN, 0, '2026-03-01T23:00:00Z', '2026-03-02'],
    ['just before midnight', BERLIN, 0, '2026-03-01T22:59:59Z', '2026-03-01'],
    ['before a day from four', BERLIN, 240, '2026-03-02T02:59:59Z', '2026-03-01'],
    ['at the start of a day from four', BERLIN, 240, '2026-03-02T03:00:00Z', '2026-03-02'],
    ['four o’clock on a day of 23 hours', BERLIN, 240, '2026-03-29T02:00:00Z', '2026-03-29'],
    ['5:45 ahead', KATHMANDU, 0, '2026-02-28T18:15:00Z', '2026-03-01'],
  ])('%s', (_name, timeZone, dayStartsAtMinutes, instant, date) => {
    expect(dateAt(timeZone, dayStartsAtMinutes, new Date(instant))).toBe(date);
  });
});

it('knows how far a zone is ahead', () => {
  expect(zoneOffsetMs(KATHMANDU, new Date('2026-03-02T00:00:00Z'))).toBe(345 * 60_000);
});

it('knows it on both sides of a change, whichever is asked for first', () => {
  const change = Date.parse('2026-10-25T01:00:00Z');
  const hoursAt = (ms: number) => zoneOffsetMs(BERLIN, new Date(ms)) / 3_600_000;
  expect([change, change - 1, change, change - 1].map(hoursAt)).toEqual([1, 2, 1, 2]);
});

it.each([
  ['2026-03-08', 1, '2026-03-02'],
  ['2026-03-08', 7, '2026-03-08'],
  ['2026-03-02', 1, '2026-03-02'],
])('the week of %s that begins on weekday %i begins on %s', (date, startsOn, expected) => {
  expect(weekStart(date, startsOn)).toBe(expected);
});

it('counts dates over 29 February', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(datesFrom('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  expect(datesFrom('2028-03-01', '2028-02-28')).toEqual([]);
});
