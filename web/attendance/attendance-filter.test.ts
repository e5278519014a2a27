import { describe, expect, it } from 'vitest';
import { attendanceFilter } from './attendance-filter';

const nothing = { employeeId: null, department: null, from: '', to: '' };

describe('attendanceFilter', () => {
  it('sends nothing of what is not set', () => {
    expect(attendanceFilter(nothing)).toEqual({});
  });

  it('sends all that is set', () => {
    const fields = { employeeId: 'e1', department: 'Research', from: '2026-03-01', to: '2026-03-31' };
    expect(attendanceFilter(fields)).toEqual(fields);
  });

  it('leaves out a date that is not complete', () => {
    expect(attendanceFilter({ ...nothing, from: '2026-03', to: '22026-03-01' })).toEqual({});
  });
});
