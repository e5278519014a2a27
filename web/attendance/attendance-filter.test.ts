import { describe, expect, it } from 'vitest';
import { attendanceFilter, type FilterFields } from './attendance-filter';

const nothing: FilterFields = { employeeId: null, department: null, siteId: null, from: '', to: '', shown: 'all' };

describe('attendanceFilter', () => {
  it('sends nothing of what is not set', () => {
    expect(attendanceFilter(nothing)).toEqual({});
  });

  it('sends all that is set', () => {
    const set = { employeeId: 'e1', department: 'Research', siteId: 's1', from: '2026-03-01', to: '2026-03-31' };
    expect(attendanceFilter({ ...set, shown: 'late' })).toEqual({ ...set, late: true });
  });

  it('leaves out a date that is not complete', () => {
    expect(attendanceFilter({ ...nothing, from: '2026-03', to: '22026-03-01' })).toEqual({});
  });
});
