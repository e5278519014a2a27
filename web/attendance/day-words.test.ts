import { describe, expect, it } from 'vitest';
import { dayRecord } from '../testing/day-record';
import { isToSettle, minutesWords } from './day-words';

describe('minutesWords', () => {
  it('says of an ordinary day only what was worked', () => {
    expect(minutesWords(dayRecord({ workedMinutes: 480, countedMinutes: 480, scheduledMinutes: 480 }))).toEqual([
      'Worked 8 h of 8 h agreed.',
    ]);
  });

  it('says nothing of an agreement where there is none', () => {
    expect(minutesWords(dayRecord({ workedMinutes: 90, countedMinutes: 90 }))).toEqual(['Worked 1 h 30 min.']);
  });

  it('names what differs', () => {
    const day = dayRecord({
      workedMinutes: 530,
      countedMinutes: 525,
      scheduledMinutes: 480,
      lateMinutes: 6,
      overtimeMinutes: 15,
      unapprovedOvertimeMinutes: 30,
      leaveMinutes: 60,
      leaveKind: 'doctor',
    });
    expect(minutesWords(day)).toEqual([
      'Worked 8 h 50 min of 8 h agreed.',
      '8 h 45 min count for pay, after rounding.',
      'Came 6 min late.',
      '15 min of overtime count.',
      '30 min of overtime wait for approval.',
      '1 h of leave (doctor).',
    ]);
  });
});

describe('isToSettle', () => {
  it('leaves out what can only be looked at', () => {
    expect(isToSettle(['LATE', 'LEFT_EARLY'])).toBe(false);
    expect(isToSettle(['LATE', 'MISSING_CHECK_OUT'])).toBe(true);
  });
});
