import { describe, expect, it } from 'vitest';
import { findOverlap } from './shift-overlap.js';

const shift = (name: string, ...segments: [number, number][]) => ({
  name,
  segments: segments.map(([startsAtMinutes, endsAtMinutes]) => ({ startsAtMinutes, endsAtMinutes })),
});

describe('shifts of one date', () => {
  it.each([
    ['none', [], null],
    ['one after the other', [shift('Early', [360, 840]), shift('Late', [840, 1320])], null],
    ['one in the pause of the other', [shift('Split', [480, 720], [960, 1200]), shift('Noon', [720, 960])], null],
    ['a minute of both', [shift('Late', [839, 1320]), shift('Early', [360, 840])], ['Early', 'Late']],
    ['one inside the other', [shift('Day', [480, 1020]), shift('Noon', [720, 780])], ['Day', 'Noon']],
    ['after midnight', [shift('Night', [1320, 1800]), shift('Small hours', [1500, 1560])], ['Night', 'Small hours']],
    ['a flexible one without core time', [shift('Flexible'), shift('Day', [480, 1020])], null],
  ])('%s', (_name, shifts, overlap) => {
    expect(findOverlap(shifts)).toEqual(overlap);
  });
});
