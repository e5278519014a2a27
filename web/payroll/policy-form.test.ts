import { describe, expect, it } from 'vitest';
import { policyFields, readPolicy, type PolicyFields } from './policy-form';

const fields: PolicyFields = { ...policyFields(null), name: 'Office hours' };
const problemOf = (changes: Partial<PolicyFields>) => {
  const read = readPolicy({ ...fields, ...changes });
  return 'problem' in read ? read.problem : 'none';
};

describe('readPolicy', () => {
  it('begins with what holds where nothing is agreed', () => {
    expect(readPolicy(fields)).toMatchObject({
      input: { lateGraceMinutes: 0, maxOpenMinutes: 960, shiftWindowMinutes: 120, weeklyOvertimeAfterMinutes: null },
    });
  });

  it.each<[string, Partial<PolicyFields>, string | null]>([
    ['no name', { name: ' ' }, null],
    ['half a minute of grace', { lateGrace: '0.5' }, 'Grace, windows and rounding are whole minutes.'],
    ['a week in words', { weekly: 'forty' }, 'Write durations like 8:00.'],
    [
      'half a break',
      { breaks: [{ after: '6:00', minutes: '', isPaid: false }] },
      'A break has a duration like 6:00 before it, and whole minutes.',
    ],
  ])('does not take %s', (_name, changes, problem) => {
    expect(problemOf(changes)).toBe(problem);
  });

  it('takes a policy as it was saved, under a new name', () => {
    const read = readPolicy({ ...fields, weekly: '38:30', breaks: [{ after: '6:00', minutes: '30', isPaid: true }] });
    if (!('input' in read)) throw new Error('not whole');
    expect(readPolicy({ ...policyFields({ id: 'p1', ...read.input }), name: 'Office hours' })).toEqual(read);
  });
});
