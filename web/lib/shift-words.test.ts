import { describe, expect, it } from 'vitest';
import { shiftWords, spanWords } from './shift-words';

describe('spanWords', () => {
  it.each([
    [360, 840, '06:00–14:00'],
    [1320, 1800, '22:00–06:00 next day'],
    [0, 1440, '00:00–24:00'],
    [1500, 1560, '01:00 next day–02:00 next day'],
  ])('%i to %i is %s', (startsAtMinutes, endsAtMinutes, words) => {
    expect(spanWords({ startsAtMinutes, endsAtMinutes })).toBe(words);
  });
});

describe('shiftWords', () => {
  const early = { startsAtMinutes: 360, endsAtMinutes: 870 };

  it('takes breaks that are not paid off the work', () => {
    expect(shiftWords({ segments: [early], unpaidBreakMinutes: 30 })).toBe('06:00–14:30, 8 h of work');
  });

  it('names all parts of a divided shift', () => {
    const segments = [
      { startsAtMinutes: 480, endsAtMinutes: 720 },
      { startsAtMinutes: 960, endsAtMinutes: 1200 },
    ];
    expect(shiftWords({ segments, unpaidBreakMinutes: 0 })).toBe('08:00–12:00, 16:00–20:00, 8 h of work');
  });

  it('says what of flexible hours is core time', () => {
    const core = [{ startsAtMinutes: 600, endsAtMinutes: 900 }];
    expect(shiftWords({ segments: core, flexibleMinutes: 480, unpaidBreakMinutes: 0 })).toBe(
      'flexible, core time 10:00–15:00, 8 h of work',
    );
    expect(shiftWords({ segments: [], flexibleMinutes: 480, unpaidBreakMinutes: 0 })).toBe('flexible, 8 h of work');
  });
});
