import type { HeadFigures } from '../models/model-card.js';
import { speaksAgainst, type ClassifierHead } from '../recognition/classifier-head.js';
import type { Shot } from '../recognition/evaluation/acquire.js';
import { seededRandom, shuffled } from '../recognition/evaluation/random.js';
import { pointAt, type Comparisons, type Scored } from '../recognition/evaluation/rates.js';
import { judgeProbe, type PersonDistances } from '../recognition/evaluation/scores.js';
import type { MatchPolicy } from '../recognition/match.js';
import { cosine, euclidean } from '../recognition/template-distance.js';

/** At which the rule is compared with and without a head. */
const FPIR = 0.01;
const SEED = 1;

/** Two halves of the people: a head learns one, and the other are strangers to it. */
export function halvesOf(people: readonly string[]): [string[], string[]] {
  const order = shuffled([...people].sort(), seededRandom(SEED));
  const middle = Math.ceil(order.length / 2);
  return [order.slice(0, middle), order.slice(middle)];
}

/**
 * Whether a head helps: each half's head as a second opinion on Test samples, its own people's and the other half's. The rule
 * without it and with it (what it speaks against is refused at any threshold), each at the threshold at which 1 % of the
 * strangers pass. Null without probes of both kinds.
 */
export function judgeHeads(
  shots: readonly Shot[],
  heads: readonly ClassifierHead[],
  policy: MatchPolicy,
): HeadFigures | null {
  const [without, withHead]: [Gathered, Gathered] = [gathered(), gathered()];
  for (const head of heads) {
    const known = new Set(head.classes);
    for (const probe of shots.filter(({ part }) => part === 'Test')) {
      if (!probe.templates) continue;
      const { first, second } = probe.templates;
      const gallery = distancesTo(shots, known, first, second, policy.fused.weight);
      const nearest = judgeProbe(gallery, policy).nearest.product;
      if (!nearest) continue;
      const isRefused = speaksAgainst(head, first, nearest.person);
      without.add(probe.person, known, nearest.person, nearest.score);
      withHead.add(probe.person, known, nearest.person, isRefused ? Infinity : nearest.score);
    }
  }
  if (without.comparisons.mated.length === 0 || without.comparisons.nonMated.length === 0) return null;
  const fnirWithout = pointAt(without.comparisons, FPIR).falseRejects;
  const fnirWith = pointAt(withHead.comparisons, FPIR).falseRejects;
  return { fpir: FPIR, fnirWithout, fnirWith, helps: fnirWith < fnirWithout };
}

interface Gathered {
  comparisons: Comparisons;
  add(person: string, known: ReadonlySet<string>, nearest: string, score: number): void;
}

function gathered(): Gathered {
  const [mated, nonMated]: Scored[][] = [[], []];
  return {
    comparisons: { mated: mated!, nonMated: nonMated! },
    add(person, known, nearest, score) {
      if (!known.has(person)) nonMated!.push({ person, score });
      else mated!.push({ person, score: nearest === person ? score : Infinity });
    },
  };
}

function distancesTo(
  shots: readonly Shot[],
  known: ReadonlySet<string>,
  probe: Float32Array,
  second: Float32Array,
  weight: number,
): PersonDistances[] {
  const people = new Map<string, PersonDistances>();
  for (const { person, part, templates } of shots) {
    if (part !== 'Train' || !templates || !known.has(person)) continue;
    const entry = people.get(person) ?? { person, first: Infinity, second: Infinity, fused: Infinity };
    const [near, angle] = [euclidean(probe, templates.first), cosine(second, templates.second)];
    entry.first = Math.min(entry.first, near);
    entry.second = Math.min(entry.second, angle);
    entry.fused = Math.min(entry.fused, near + weight * angle);
    people.set(person, entry);
  }
  return [...people.values()];
}
