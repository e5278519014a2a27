import { describe, expect, it } from 'vitest';
import { attackRates, shareOf, type Judged } from './attack-rates.js';

const attempts = (species: Judged['species'], passive: number, challenge: number, of: number): Judged[] =>
  Array.from({ length: of }, (_, index) => ({ species, passive: index < passive, challenge: index < challenge }));

describe('attackRates', () => {
  it('counts genuine attempts that are refused, and attacks that are let in, each species for itself', () => {
    const rates = attackRates([
      ...attempts('genuine', 9, 10, 10),
      ...attempts('print turned', 8, 0, 10),
      ...attempts('screen turned', 1, 2, 4),
    ]);
    expect(rates).toMatchObject({
      bpcer: { passive: { rate: expect.closeTo(0.1) }, challenge: { rate: 0 } },
      apcer: {
        'print turned': { passive: { rate: 0.8 }, challenge: { rate: 0 } },
        'screen turned': { passive: { rate: 0.25 }, challenge: { rate: 0.5 } },
      },
      n: { genuine: 10, 'print turned': 10, 'screen turned': 4 },
    });
  });

  it('needs genuine attempts', () => {
    expect(() => attackRates(attempts('print turned', 0, 0, 3))).toThrow(RangeError);
  });
});

// Agresti and Coull (1998), Approximate is better than "exact": Wilson at 95 %.
it.each([
  [0, 10, 0, 0.278],
  [5, 10, 0.237, 0.763],
  [10, 10, 0.722, 1],
])('the interval of %d of %d is %d to %d', (count, of, low, high) => {
  const share = shareOf(count, of);
  expect(share.low).toBeCloseTo(low, 3);
  expect(share.high).toBeCloseTo(high, 3);
});
