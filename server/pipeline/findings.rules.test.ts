import { describe, expect, it } from 'vitest';
import { countSetAside, findingOf, type MeasuredSample } from './findings.rules.js';

const good: MeasuredSample = {
  person: 'ada',
  part: 'Train',
  file: 'a.jpg',
  failure: null,
  complaint: null,
  copyOf: null,
  isWithOwn: true,
  nearest: { person: 'ben', distance: 0.9 },
};
const THRESHOLD = 0.6;

describe('a sample', () => {
  it.each([
    ['with nothing wrong', {}, null],
    ['without a face', { failure: 'No face was found.' }, { kind: 'NOT_ACQUIRED', words: 'No face was found.' }],
    [
      'that shows another person',
      { isWithOwn: false, nearest: { person: 'ben', distance: 0.2 } },
      { kind: 'WRONG_PERSON', other: 'ben' },
    ],
    ['that shows nobody who is here', { isWithOwn: false }, { kind: 'UNLIKE_THE_OTHERS' }],
    ['that is there twice', { copyOf: 'b.jpg' }, { kind: 'DUPLICATE', other: 'b.jpg', isSetAside: true }],
    ['that is poor', { complaint: 'Hold still.' }, { kind: 'POOR_QUALITY', isSetAside: true }],
    [
      'that is poor, and so unlike the others',
      { complaint: 'Hold still.', isWithOwn: false },
      { kind: 'POOR_QUALITY' },
    ],
    ['that is poor, to be judged on', { complaint: 'Hold still.', part: 'Test' }, { isSetAside: false }],
    ['near to somebody else, and as near to its own', { nearest: { person: 'ben', distance: 0.5 } }, null],
  ] as const)('%s', (_name, changes, expected) => {
    const finding = findingOf({ ...good, ...changes }, THRESHOLD);
    if (expected === null) expect(finding).toBeNull();
    else expect(finding).toMatchObject(expected);
  });

  it('that stays is not counted as set aside', () => {
    const poor = { ...good, complaint: 'Hold still.' };
    const findings = [poor, poor, { ...poor, part: 'Test' } as const].map((sample) => findingOf(sample, THRESHOLD)!);
    expect(countSetAside(findings)).toEqual({ POOR_QUALITY: 2 });
  });
});
