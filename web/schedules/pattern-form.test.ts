import { describe, expect, it } from 'vitest';
import { cycleLength, patternFields, putShift, readPattern } from './pattern-form';

const fields = { ...patternFields(null, '2026-03-02'), name: 'Nights' };

describe('readPattern', () => {
  it('sends a week without saying where it begins', () => {
    expect(readPattern({ ...fields, days: [['early'], [], ['early', 'late']] })).toEqual({
      name: 'Nights',
      cycleDays: 7,
      observesHolidays: true,
      days: [
        { day: 0, shiftId: 'early' },
        { day: 2, shiftId: 'early' },
        { day: 2, shiftId: 'late' },
      ],
    });
  });

  it('leaves out what was put on days beyond a shorter cycle', () => {
    const short = { ...fields, kind: 'rotation' as const, length: '2', days: [['night'], [], ['night']] };
    expect(readPattern(short)).toMatchObject({
      cycleDays: 2,
      startsOn: '2026-03-02',
      days: [{ day: 0, shiftId: 'night' }],
    });
  });

  it.each([
    ['a name', { name: ' ' }],
    ['a length', { kind: 'rotation' as const, length: '' }],
    ['a length of at most 366 days', { kind: 'rotation' as const, length: '367' }],
    ['a first day', { kind: 'rotation' as const, startsOn: '2026-03' }],
  ])('waits for %s', (_name, changes) => {
    expect(readPattern({ ...fields, ...changes })).toBeNull();
  });

  it('takes a rotation as it was saved', () => {
    const saved = {
      id: 'p1',
      name: 'Nights',
      cycleDays: 2,
      startsOn: '2026-03-03',
      observesHolidays: false,
      days: [{ day: 1, shift: { id: 'night', name: 'Night' } }],
    };
    const { id: _id, days: _days, ...rest } = saved;
    expect(readPattern(patternFields(saved, '2026-12-01'))).toEqual({ ...rest, days: [{ day: 1, shiftId: 'night' }] });
    expect(cycleLength(patternFields(saved, '2026-12-01'))).toBe(2);
  });
});

describe('putShift', () => {
  it('replaces, adds, and makes free', () => {
    expect(putShift([['a']], 0, 'b', false)).toEqual([['b']]);
    expect(putShift([['a']], 0, 'b', true)).toEqual([['a', 'b']]);
    expect(putShift([['a', 'b']], 0, 'b', true)).toEqual([['a', 'b']]);
    expect(putShift([['a', 'b']], 0, null, true)).toEqual([[]]);
    expect(putShift([], 2, 'a', false)).toEqual([[], [], ['a']]);
  });
});
