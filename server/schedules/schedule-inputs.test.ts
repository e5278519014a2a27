import { describe, expect, it } from 'vitest';
import { parseInput } from '../validate.js';
import { assignmentInput } from './assignment-input.js';
import { leaveInput } from './leave-input.js';
import { patternInput } from './pattern-input.js';
import { shiftInput } from './shift-input.js';

const segment = (startsAtMinutes: number, endsAtMinutes: number) => ({ startsAtMinutes, endsAtMinutes });

describe('a shift', () => {
  const shift = (overrides: object = {}) =>
    parseInput(shiftInput, {
      name: 'Early',
      segments: [segment(360, 840)],
      unpaidBreakMinutes: 30,
      paidBreakMinutes: 0,
      ...overrides,
    });

  it('has its segments in order', () => {
    expect(shift({ segments: [segment(960, 1200), segment(480, 720)] }).segments).toEqual([
      segment(480, 720),
      segment(960, 1200),
    ]);
  });

  it.each([
    ['goes on past midnight', { segments: [segment(1320, 1800)] }],
    ['begins again after midnight', { segments: [segment(1320, 1430), segment(1500, 1800)] }],
    ['lasts 24 hours', { segments: [segment(480, 1920)] }],
    ['is flexible without core time', { segments: [], flexibleMinutes: 480, unpaidBreakMinutes: 0 }],
    ['is flexible with core time', { segments: [segment(600, 900)], flexibleMinutes: 480, unpaidBreakMinutes: 0 }],
  ])('%s', (_name, overrides) => {
    expect(shift(overrides)).toMatchObject(overrides);
  });

  it.each([
    ['ends before it starts', { segments: [segment(840, 360)] }, 'segments.0.endsAtMinutes: must be after the start'],
    ['ends as it starts', { segments: [segment(840, 840)] }, 'segments.0.endsAtMinutes: must be after the start'],
    ['overlaps itself', { segments: [segment(360, 840), segment(839, 900)] }, 'segments: must not overlap.'],
    ['lasts longer than 24 hours', { segments: [segment(479, 1920)] }, 'segments: must end within 24 hours.'],
    [
      'begins on the next day',
      { segments: [segment(1440, 1500)] },
      "segments: the first must start on the shift's own",
    ],
    ['has no segments', { segments: [] }, 'segments: must be at least one, unless the shift is flexible.'],
    [
      'has 13 segments',
      { segments: Array.from({ length: 13 }, (_, i) => segment(i * 10, i * 10 + 5)) },
      'must be at most 12',
    ],
    ['is all break', { unpaidBreakMinutes: 480 }, 'unpaidBreakMinutes: must be less than the whole shift.'],
    ['has a break of less than nothing', { unpaidBreakMinutes: -1 }, 'unpaidBreakMinutes: must be at least 0.'],
    [
      'starts at half a minute',
      { segments: [segment(360.5, 840)] },
      'segments.0.startsAtMinutes: must be a whole number',
    ],
    ['has no name', { name: ' ' }, 'name: must not be empty.'],
    [
      'has more core time than flexible minutes',
      { flexibleMinutes: 479, unpaidBreakMinutes: 0 },
      'segments: core time',
    ],
    [
      'takes a break off flexible minutes',
      { flexibleMinutes: 480 },
      'unpaidBreakMinutes: must be 0 for a flexible shift',
    ],
  ])('is refused where it %s', (_name, overrides, words) => {
    expect(() => shift(overrides)).toThrow(words);
  });
});

describe('a pattern', () => {
  const pattern = (overrides: object = {}) =>
    parseInput(patternInput, { name: 'Week', cycleDays: 7, observesHolidays: true, days: [], ...overrides });

  it('of a week begins on a Monday', () => {
    expect(new Date(pattern().startsOn).getUTCDay()).toBe(1);
  });

  it.each([
    ['a rotation without its first day', { cycleDays: 4 }, 'startsOn: is needed for a rotation'],
    ['a cycle of no days', { cycleDays: 0 }, 'cycleDays: must be at least 1'],
    ['a cycle of 367 days', { cycleDays: 367 }, 'cycleDays: must be at most 366'],
    [
      'a day outside',
      { days: [{ day: 7, shiftId: 'a' }] },
      'days: day 7 is not in a cycle of 7 days, which are 0 to 6.',
    ],
    [
      'a shift twice on a day',
      { days: [0, 0].map((day) => ({ day, shiftId: 'a' })) },
      'days: must not name a shift twice on a day.',
    ],
    ['a first day that is none', { startsOn: '2026-02-29' }, 'startsOn: must be a date such as'],
  ])('is refused with %s', (_name, overrides, words) => {
    expect(() => pattern(overrides)).toThrow(words);
  });
});

describe('an assignment', () => {
  const assignment = (overrides: object = {}) =>
    parseInput(assignmentInput, { patternId: 'p', siteId: 's', from: '2026-11-01', offsetDays: 0, ...overrides });

  it('lasts until further notice', () => {
    expect(assignment()).toMatchObject({ to: null, departmentId: null, employeeId: null });
  });

  it.each([
    ['from after to', { to: '2026-10-31' }, 'from: must not be after to.'],
    ['nobody', { siteId: null }, 'Say for whom: exactly one of siteId, departmentId and employeeId.'],
    ['two at once', { employeeId: 'e' }, 'Say for whom: exactly one of siteId, departmentId and employeeId.'],
    ['an offset backwards', { offsetDays: -1 }, 'offsetDays: must be at least 0.'],
  ])('is refused with %s', (_name, overrides, words) => {
    expect(() => assignment(overrides)).toThrow(words);
  });
});

describe('a leave', () => {
  const leave = (overrides: object = {}) =>
    parseInput(leaveInput, {
      employeeId: 'e',
      from: '2026-11-01',
      to: '2026-11-01',
      part: 'WHOLE',
      kind: 'annual',
      ...overrides,
    });

  it('may last three years', () => {
    expect(leave({ to: '2029-11-02' })).toMatchObject({ to: '2029-11-02' });
  });

  it.each([
    ['from after to', { to: '2026-10-31' }, 'from: must not be after to.'],
    ['a slip in the year', { to: '2062-11-01' }, 'to: must be at most 1098 days.'],
    ['a date that is none', { to: 'tomorrow' }, 'to: must be a date such as 2026-11-24.'],
    ['no kind', { kind: '' }, 'kind: must not be empty.'],
    ['a kind of 51 characters', { kind: 'k'.repeat(51) }, 'kind: must have at most 50 characters.'],
  ])('is refused with %s', (_name, overrides, words) => {
    expect(() => leave(overrides)).toThrow(words);
  });
});
