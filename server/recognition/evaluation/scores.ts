import { decideFirst, decideFused, type Matched, type MatchPolicy } from '../match.js';
import type { Candidate } from '../gallery.js';

/** By whose distance is judged: either encoder's, both in sum, or as the product does it: the second only on doubt. */
export const scoreKinds = ['first', 'second', 'fused', 'product'] as const;
export type ScoreKind = (typeof scoreKinds)[number];

/** One person of a gallery against a probe: the nearest of their templates, by each measure on its own. */
export interface PersonDistances {
  person: string;
  first: number;
  second: number;
  fused: number;
}

interface Nearest {
  person: string;
  score: number;
}

export interface ProbeResult {
  /** The nearest person by each kind; null for an empty gallery. */
  nearest: Readonly<Record<ScoreKind, Nearest | null>>;
  /** Who it is by the policy as it stands, if anybody; and whether the second encoder had to be asked. */
  matched: Matched | null;
  askedSecond: boolean;
  /** The nearest person as the rule sees it, near enough or not: what confidence is asked of. */
  top: Pick<Matched, 'decidedBy' | 'employeeId' | 'distance'> | null;
}

/** A probe against a gallery. */
export function judgeProbe(gallery: readonly PersonDistances[], policy: MatchPolicy): ProbeResult {
  const byFirst = rank(gallery, 'first').slice(0, policy.candidates);
  const again = new Set(byFirst.map(({ employeeId }) => employeeId));
  const few = gallery.filter(({ person }) => again.has(person));
  const byFused = rank(few, 'fused');
  const first = decideFirst(byFirst, policy);
  const decision = first === 'doubt' ? decideFused(byFused, policy) : first;
  return {
    nearest: {
      first: nearestBy(gallery, 'first'),
      second: nearestBy(gallery, 'second'),
      fused: nearestBy(gallery, 'fused'),
      product: productScore(byFirst, byFused, policy),
    },
    matched: decision.outcome === 'matched' ? decision : null,
    askedSecond: first === 'doubt',
    top: topOf(first !== 'doubt' && first.outcome === 'matched' ? 'first' : 'fused', byFirst, byFused),
  };
}

function topOf(decidedBy: Matched['decidedBy'], byFirst: readonly Candidate[], byFused: readonly Candidate[]) {
  const [top] = decidedBy === 'first' ? byFirst : byFused;
  return top ? { decidedBy, ...top } : null;
}

/**
 * The product's rule at any threshold. What the first encoder is sure of has its distance, which is under `sure`; what is
 * doubtful has the fused score, which counts for no less than `sure`; what the margin refuses is at Infinity.
 */
function productScore(
  byFirst: readonly Candidate[],
  byFused: readonly Candidate[],
  policy: MatchPolicy,
): Nearest | null {
  const anyThreshold = {
    ...policy,
    first: { ...policy.first, threshold: Infinity },
    fused: { ...policy.fused, threshold: Infinity },
  };
  const first = decideFirst(byFirst, anyThreshold);
  if (first !== 'doubt') {
    return first.outcome === 'matched' ? { person: first.employeeId, score: first.distance } : null;
  }
  const [top] = byFused;
  if (!top) return null;
  const isClear = decideFused(byFused, anyThreshold).outcome === 'matched';
  return { person: top.employeeId, score: isClear ? Math.max(top.distance, policy.first.sure) : Infinity };
}

function rank(gallery: readonly PersonDistances[], kind: 'first' | 'fused'): Candidate[] {
  return gallery
    .map((each) => ({ employeeId: each.person, distance: each[kind] }))
    .sort((a, b) => a.distance - b.distance);
}

function nearestBy(gallery: readonly PersonDistances[], kind: 'first' | 'second' | 'fused'): Nearest | null {
  let found: Nearest | null = null;
  for (const each of gallery)
    if (!found || each[kind] < found.score) found = { person: each.person, score: each[kind] };
  return found;
}
