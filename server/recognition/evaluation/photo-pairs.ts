import type { MatchPolicy } from '../match.js';
import type { Shot } from './acquire.js';
import { cosine, euclidean } from '../template-distance.js';
import type { PhotoPair } from './pairs-file.js';
import { seededRandom, shuffled } from './random.js';
import { judgeProbe, type ScoreKind } from './scores.js';
import type { ScoredPair } from './verification.js';

/** A score each, in the order of the pairs; the product's as if a gallery held the other photo only. Infinity where a photo was not acquired. */
export function scorePairs(
  shots: readonly Shot[],
  pairs: readonly PhotoPair[],
  policy: MatchPolicy,
): Record<ScoreKind, ScoredPair[]> {
  const scored: Record<ScoreKind, ScoredPair[]> = { first: [], second: [], fused: [], product: [] };
  for (const { a, b, same } of pairs) {
    const [one, other] = [shots[a]!.templates, shots[b]!.templates];
    const first = one && other ? euclidean(one.first, other.first) : Infinity;
    const second = one && other ? cosine(one.second, other.second) : Infinity;
    const fused = first + policy.fused.weight * second;
    const { product } = judgeProbe([{ person: '', first, second, fused }], policy).nearest;
    scored.first.push({ same, score: first });
    scored.second.push({ same, score: second });
    scored.fused.push({ same, score: fused });
    scored.product.push({ same, score: product?.score ?? Infinity });
  }
  return scored;
}

/**
 * Every Test photo with every Train photo where the set has them, else every two photos. Of different people's at most
 * about `mostNonMated`, drawn at random.
 */
export function allPairs(shots: readonly Shot[], mostNonMated: number, seed: number): PhotoPair[] {
  const random = seededRandom(seed);
  const parted = shots.some(({ part }) => part !== null);
  const part = mostNonMated / (shots.length * (shots.length - 1) * 0.5);
  const pairs: PhotoPair[] = [];
  for (let a = 0; a < shots.length; a++) {
    for (let b = 0; b < a; b++) {
      if (parted && shots[a]!.part === shots[b]!.part) continue;
      const same = shots[a]!.person === shots[b]!.person;
      if (same || random() < part) pairs.push({ a, b, same });
    }
  }
  return pairs;
}

/** As many of the same person as of two people, in turn, at most `most` of each, drawn at random. */
export function balancedPairs(pairs: readonly PhotoPair[], most: number, seed: number): PhotoPair[] {
  const random = seededRandom(seed);
  const of = (same: boolean): PhotoPair[] =>
    shuffled(
      pairs.filter((pair) => pair.same === same),
      random,
    );
  const [mated, nonMated] = [of(true), of(false)];
  const count = Math.min(most, mated.length, nonMated.length);
  return mated.slice(0, count).flatMap((pair, index) => [pair, nonMated[index]!]);
}
