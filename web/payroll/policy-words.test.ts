import { describe, expect, it } from 'vitest';
import { policyFields, readPolicy } from './policy-form';
import { policyWords } from './policy-words';

const plain = { ...policyFields(null), name: 'Plain' };
const wordsOf = (changes: Partial<typeof plain>) => {
  const read = readPolicy({ ...plain, ...changes });
  if (!('input' in read)) throw new Error('not whole');
  return policyWords(read.input);
};

describe('policyWords', () => {
  it('says of a plain policy only when somebody is late', () => {
    expect(wordsOf({})).toEqual(['Late from the first minute.']);
  });

  it('says what is agreed besides', () => {
    const words = wordsOf({
      lateGrace: '5',
      breaks: [{ after: '6', minutes: '30', isPaid: false }],
      roundIn: 'UP',
      roundInTo: '15',
      overtime: 'SCHEDULED',
      needsApproval: true,
      weekly: '40',
      automatic: 'SHIFT_END',
    });
    expect(words).toEqual([
      'Late after 5 min.',
      'A break of 30 min after 6 h of work.',
      'Check-ins are rounded up to whole 15 min.',
      'Overtime is over what was agreed for the day.',
      'Overtime is over 40 h a week.',
      'Overtime counts when it is approved.',
      'Who forgets to check out is out at the end of the shift.',
    ]);
  });
});
