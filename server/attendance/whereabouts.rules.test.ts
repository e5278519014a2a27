import { expect, it } from 'vitest';
import type { ExpectedDay } from '../schedules/schedule.rules.js';
import { whereabouts } from './whereabouts.rules.js';

const at = (time: string) => new Date(`2026-03-02T${time}Z`);
const none: ExpectedDay = {
  date: '2026-03-02',
  segments: [],
  isFlexible: false,
  scheduledMinutes: 0,
  holidayMinutes: 0,
  leaveMinutes: 0,
  leaveKind: null,
  paidBreakMinutes: 0,
};
/** 08:00 to 12:00 and 16:00 to 20:00. */
const split: ExpectedDay = {
  ...none,
  scheduledMinutes: 480,
  segments: [
    { startsAt: at('08:00'), endsAt: at('12:00') },
    { startsAt: at('16:00'), endsAt: at('20:00') },
  ],
};
const leave: ExpectedDay = { ...none, leaveMinutes: 480, leaveKind: 'annual' };

it.each([
  ['is in', true, true, split, '09:00', 'IN'],
  ['is in on leave', true, true, leave, '09:00', 'IN'],
  ['has leave', false, false, leave, '09:00', 'ON_LEAVE'],
  ['is free', false, false, none, '09:00', 'OUT'],
  ['has a shift to come', false, false, split, '07:59', 'EXPECTED'],
  ['is within the grace', false, false, split, '08:05', 'EXPECTED'],
  ['is a minute past the grace', false, false, split, '08:06', 'LATE'],
  ['came and left in the shift', false, true, split, '09:00', 'OUT'],
  ['is between two shifts', false, true, split, '13:00', 'EXPECTED'],
  ['is past the last shift', false, false, split, '20:00', 'OUT'],
] as const)('who %s', (_name, isIn, cameOn, expected, time, where) => {
  expect(whereabouts(isIn, cameOn, expected, 5, at(time))).toBe(where);
});
