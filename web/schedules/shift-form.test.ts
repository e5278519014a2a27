import { describe, expect, it } from 'vitest';
import { readShift, shiftFields, spansOf, type ShiftFields } from './shift-form';

const part = (start: string, end: string) => ({ start, end });
const fixed = (parts: ShiftFields['parts'], changes: Partial<ShiftFields> = {}): ShiftFields => ({
  ...shiftFields(null),
  name: 'Early',
  unpaidBreak: '0',
  parts,
  ...changes,
});
const problemOf = (fields: ShiftFields) => {
  const read = readShift(fields);
  return 'problem' in read ? read.problem : 'none';
};

describe('spansOf', () => {
  it.each<[string, ShiftFields['parts'], number[][]]>([
    ['stays within the day', [part('06:00', '14:00')], [[360, 840]]],
    ['goes past midnight', [part('22:00', '06:00')], [[1320, 1800]]],
    [
      'takes a second part after midnight for the next day',
      [part('22:00', '02:00'), part('03:00', '06:00')],
      [
        [1320, 1560],
        [1620, 1800],
      ],
    ],
    ['takes the same time again for a whole day', [part('06:00', '06:00')], [[360, 1800]]],
    ['ends at midnight', [part('16:00', '00:00')], [[960, 1440]]],
    ['leaves out what is half typed', [part('06:00', '')], []],
  ])('%s', (_name, parts, spans) => {
    expect(spansOf(parts).map((span) => [span.startsAtMinutes, span.endsAtMinutes])).toEqual(spans);
  });
});

describe('readShift', () => {
  it('sends what is typed', () => {
    expect(readShift(fixed([part('22:00', '06:00')], { name: ' Night ', unpaidBreak: '45', paidBreak: '15' }))).toEqual(
      {
        input: {
          name: 'Night',
          segments: [{ startsAtMinutes: 1320, endsAtMinutes: 1800 }],
          flexibleMinutes: null,
          unpaidBreakMinutes: 45,
          paidBreakMinutes: 15,
        },
      },
    );
  });

  it('sends flexible hours without core time or unpaid breaks', () => {
    const fields = fixed([], { kind: 'flexible', hours: '7:30', unpaidBreak: '45' });
    expect(readShift(fields)).toMatchObject({
      input: { segments: [], flexibleMinutes: 450, unpaidBreakMinutes: 0 },
    });
  });

  it.each<[string, ShiftFields, string | null]>([
    ['a name that is missing', fixed([part('06:00', '14:00')], { name: ' ' }), null],
    ['a time that is missing', fixed([part('06:00', '')]), null],
    [
      'a part before the end of another',
      fixed([part('08:00', '12:00'), part('11:00', '15:00')]),
      'A part begins before the one above it is over, or all of it takes more than 24 hours.',
    ],
    ['nothing at all', fixed([]), 'A shift with fixed times needs at least one part.'],
    [
      'a break as long as the shift',
      fixed([part('08:00', '09:00')], { unpaidBreak: '60' }),
      'The unpaid break takes the whole shift.',
    ],
    [
      'half a minute of break',
      fixed([part('08:00', '09:00')], { paidBreak: '0.5' }),
      'A break is a whole number of minutes.',
    ],
    [
      'more core time than hours',
      fixed([part('08:00', '16:00')], { kind: 'flexible', hours: '7:30' }),
      'The core time is longer than the hours a day.',
    ],
    ['no hours', fixed([], { kind: 'flexible', hours: '0' }), 'Write the hours a day like 7:30.'],
  ])('does not take %s', (_name, fields, problem) => {
    expect(problemOf(fields)).toBe(problem);
  });

  it('takes a shift as it was saved', () => {
    const shift = {
      id: 's1',
      name: 'Night',
      segments: [
        { startsAtMinutes: 1320, endsAtMinutes: 1560 },
        { startsAtMinutes: 1620, endsAtMinutes: 1800 },
      ],
      flexibleMinutes: null,
      unpaidBreakMinutes: 0,
      paidBreakMinutes: 15,
    };
    const { id: _id, ...input } = shift;
    expect(readShift(shiftFields(shift))).toEqual({ input });
  });
});
