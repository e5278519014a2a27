import { describe, expect, it } from 'vitest';
import { changedDays } from './difference-words';

describe('changedDays', () => {
  it('gathers what changes by person and day, in words', () => {
    const of = (employeeId: string, column: string, before: string | null, after: string | null) => ({
      employeeId,
      date: '2026-03-02',
      column,
      before,
      after,
    });
    const differences = [
      of('ada', 'lateMinutes', '12', '0'),
      of('ada', 'exceptions', 'LATE, MISSING_CHECK_OUT', null),
      of('bea', 'overtimeMinutes', '0', '75'),
      of('ada', 'policyId', 'a', 'b'),
      of('cleo', 'policyId', 'a', 'b'),
    ];
    expect(changedDays(differences)).toEqual([
      {
        employeeId: 'ada',
        date: '2026-03-02',
        changes: [
          { column: 'Late', before: '12 min', after: '0 min' },
          { column: 'To look at', before: 'late, missing check out', after: 'none' },
        ],
      },
      {
        employeeId: 'bea',
        date: '2026-03-02',
        changes: [{ column: 'Overtime', before: '0 min', after: '1 h 15 min' }],
      },
    ]);
  });
});
