import { seededRandom } from './random.js';

/** A comparison's result: the lower, the more it speaks for one person. Infinity is refused at any threshold. */
export interface Scored {
  /** Whose probe it was; a bootstrap draws people, not probes. */
  person: string;
  score: number;
}

/** What a rule is judged on. A probe that was not acquired, or whose nearest person is not the right one, is mated at Infinity. */
export interface Comparisons {
  /** Should be accepted. */
  mated: readonly Scored[];
  /** Should be refused. */
  nonMated: readonly Scored[];
}

export interface OperatingPoint {
  /** Accepted is what scores less. */
  threshold: number;
  /** Share of non-mated that are accepted: FMR, FAR or FPIR. */
  falseAccepts: number;
  /** Share of mated that are refused: FNMR or FNIR. 1 - TAR. */
  falseRejects: number;
}

/** The loosest threshold at which no more than `rate` of the non-mated are accepted. Throws RangeError when one kind is missing. */
export function pointAt(comparisons: Comparisons, rate: number): OperatingPoint {
  return pointsAt(comparisons, [rate])[0] as OperatingPoint;
}

/** pointAt for several rates. */
export function pointsAt({ mated, nonMated }: Comparisons, rates: readonly number[]): OperatingPoint[] {
  if (mated.length === 0 || nonMated.length === 0) {
    throw new RangeError('rates need comparisons of the same person and of different people');
  }
  const accepted = ascending(mated);
  const wrongly = ascending(nonMated);
  return rates.map((rate) => {
    // A little more than the rate, so that 0.1 of 30 is 3 in floating point too.
    const threshold = wrongly[Math.floor(rate * wrongly.length + 1e-9)] ?? Infinity;
    return {
      threshold,
      falseAccepts: countBelow(wrongly, threshold) / wrongly.length,
      falseRejects: 1 - countBelow(accepted, threshold) / accepted.length,
    };
  });
}

/** Points of the whole curve, from the strictest threshold to the loosest, `count` rates evenly spaced in their logarithm. */
export function curveOf(comparisons: Comparisons, count = 60): OperatingPoint[] {
  const lowest = Math.log10(1 / comparisons.nonMated.length);
  const rates = Array.from({ length: count }, (_, index) => 10 ** (lowest * (1 - index / (count - 1))));
  return pointsAt(comparisons, rates);
}

export interface Interval {
  low: number;
  high: number;
}

/**
 * 95 % interval of the false rejects at each rate, by drawing the people anew with replacement (percentiles of
 * `resamples`): photos of one person resemble each other, so people and not photos are the independent ones. It does not
 * cover what another set of people would give.
 */
export function bootstrapFalseRejects(
  { mated, nonMated }: Comparisons,
  rates: readonly number[],
  seed: number,
  resamples = 200,
): Interval[] {
  const random = seededRandom(seed);
  const people = [...new Set([...mated, ...nonMated].map(({ person }) => person))];
  const indexOf = new Map(people.map((person, index) => [person, index]));
  const indexed = (scored: readonly Scored[]): { who: number; score: number }[] =>
    scored
      .map(({ person, score }) => ({ who: indexOf.get(person) as number, score }))
      .sort((a, b) => a.score - b.score);
  const [sortedMated, sortedNonMated] = [indexed(mated), indexed(nonMated)];
  const drawn: number[][] = rates.map(() => []);
  for (let resample = 0; resample < resamples; resample++) {
    const times = new Uint32Array(people.length);
    people.forEach(() => (times[Math.floor(random() * people.length)]! += 1));
    const weigh = (all: { who: number }[]): number => all.reduce((sum, { who }) => sum + times[who]!, 0);
    const [matedWeight, nonMatedWeight] = [weigh(sortedMated), weigh(sortedNonMated)];
    if (matedWeight === 0 || nonMatedWeight === 0) continue;
    rates.forEach((rate, index) => {
      const threshold = weightedThreshold(sortedNonMated, times, rate * nonMatedWeight);
      let accepted = 0;
      for (const { who, score } of sortedMated) {
        if (!(score < threshold)) break;
        accepted += times[who]!;
      }
      drawn[index]!.push(1 - accepted / matedWeight);
    });
  }
  return drawn.map((values) => {
    values.sort((a, b) => a - b);
    const at = (part: number): number => values[Math.round(part * (values.length - 1))] ?? Number.NaN;
    return { low: at(0.025), high: at(0.975) };
  });
}

/** The score at which more than `allowed` weight would be accepted. */
function weightedThreshold(sorted: { who: number; score: number }[], times: Uint32Array, allowed: number): number {
  let weight = 0;
  for (const { who, score } of sorted) {
    weight += times[who]!;
    if (weight > allowed + 1e-9) return score;
  }
  return Infinity;
}

const ascending = (scored: readonly Scored[]): Float64Array => Float64Array.from(scored, ({ score }) => score).sort();

/** How many of the ascending values are less than the bound. */
function countBelow(values: Float64Array, bound: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
