import { describe, expect, it } from 'vitest';
import type { RosterCell_ExpectedDayFragment } from '../gql/graphql';
import { rosterCell } from './roster-cell';

const day = (changes: Partial<RosterCell_ExpectedDayFragment> = {}): RosterCell_ExpectedDayFragment => ({
  date: '2026-03-02',
  isFlexible: false,
  isChanged: false,
  scheduledMinutes: 480,
  holidayMinutes: 0,
  leaveMinutes: 0,
  leaveKind: null,
  holidayNames: [],
  segments: [{ startsAt: '2026-03-02T21:00:00Z', endsAt: '2026-03-03T05:00:00Z' }],
  shiftIds: ['night'],
  ...changes,
});
const none = { segments: [], scheduledMinutes: 0 };
const wordsOf = (changes: Partial<RosterCell_ExpectedDayFragment>) =>
  rosterCell(day(changes), 'Europe/Berlin', 'en-GB').words;

describe('rosterCell', () => {
  it.each<[string, Partial<RosterCell_ExpectedDayFragment>, string]>([
    ['the site’s times, and the weekday of the next day', {}, '22:00–Tue 06:00'],
    ['a free day', { ...none, shiftIds: [] }, 'free'],
    ['a holiday', { ...none, holidayMinutes: 480, holidayNames: ['Founding day'] }, 'free, Founding day'],
    [
      'a holiday that is worked',
      { holidayNames: ['Founding day'], isChanged: true },
      '22:00–Tue 06:00, Founding day, changed',
    ],
    ['a whole leave', { ...none, leaveMinutes: 480, leaveKind: 'annual' }, 'free, annual'],
    [
      'half a leave',
      { scheduledMinutes: 240, leaveMinutes: 240, leaveKind: 'sick' },
      '22:00–Tue 06:00, half a day sick',
    ],
    ['flexible hours', { isFlexible: true, segments: [] }, '8 h flexible'],
  ])('says %s', (_name, changes, words) => {
    expect(wordsOf(changes)).toBe(words);
  });
});
