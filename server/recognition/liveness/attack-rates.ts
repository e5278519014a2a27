import type { Species } from './simulation/sequences.js';

/** What became of one attempt: whether it was taken for alive. */
export interface Judged {
  species: Species;
  passive: boolean;
  challenge: boolean;
}

/** A share of attempts, with its 95 % interval. */
export interface Share {
  rate: number;
  low: number;
  high: number;
}

/**
 * By ISO/IEC 30107-3: BPCER is the share of genuine attempts that are refused, APCER the share of one species' attacks
 * that are let in. Each by the pictures alone and by the challenge.
 */
export interface AttackRates {
  bpcer: Record<Check, Share>;
  apcer: Partial<Record<Species, Record<Check, Share>>>;
  n: Partial<Record<Species, number>>;
}

type Check = 'passive' | 'challenge';

/** Throws RangeError without genuine attempts. */
export function attackRates(judged: readonly Judged[]): AttackRates {
  const genuine = judged.filter(({ species }) => species === 'genuine');
  if (genuine.length === 0) throw new RangeError('rates need genuine attempts');
  const rates: AttackRates = { bpcer: sharesOf(genuine, false), apcer: {}, n: { genuine: genuine.length } };
  for (const species of new Set(judged.map((attempt) => attempt.species))) {
    if (species === 'genuine') continue;
    const attacks = judged.filter((attempt) => attempt.species === species);
    rates.apcer[species] = sharesOf(attacks, true);
    rates.n[species] = attacks.length;
  }
  return rates;
}

function sharesOf(judged: readonly Judged[], taken: boolean): Record<Check, Share> {
  const share = (check: Check): Share => shareOf(judged.filter((each) => each[check] === taken).length, judged.length);
  return { passive: share('passive'), challenge: share('challenge') };
}

/** Wilson's interval (1927), for independent attempts. Those of one person are not quite, so the true one is wider. */
export function shareOf(count: number, of: number): Share {
  const z = 1.96;
  const rate = count / of;
  const middle = (rate + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of));
  return { rate, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
