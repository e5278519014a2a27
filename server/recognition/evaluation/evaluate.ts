import { calibrate, type EncoderStatistics, type ImpostorScores } from '../calibration.js';
import { fitLogOdds, type ConfidenceModel, type Judged } from '../confidence.js';
import type { Matched, MatchPolicy } from '../match.js';
import { fitLowerTail, MIN_SCORES } from '../score-tail.js';
import type { Shot, StepTimes } from './acquire.js';
import { DatasetError } from './dataset.js';
import { Distances } from './distances.js';
import {
  comparisonsOf,
  eligiblePeople,
  rank1Of,
  runClosedSet,
  runOpenSet,
  type AcquiredSet,
  type Trial,
} from './identification.js';
import { impostorScores } from './impostors.js';
import type { PhotoPair } from './pairs-file.js';
import { allPairs, balancedPairs, scorePairs } from './photo-pairs.js';
import { seededRandom, shuffled } from './random.js';
import {
  bootstrapFalseRejects,
  curveOf,
  pointsAt,
  type Comparisons,
  type Interval,
  type OperatingPoint,
} from './rates.js';
import { reliabilityOf, type ReliabilityBin } from './reliability.js';
import { scoreKinds, type ScoreKind } from './scores.js';
import { crossValidate, type ScoredPair, type VerificationResult } from './verification.js';

export interface EvaluationSettings {
  /** Photos enrolled of each person; null for two where the set allows it, else one. */
  enrol: number | null;
  splits: number;
  seed: number;
  targetFpir: number;
  statistics: EncoderStatistics;
  confidence: ConfidenceModel;
  /** Strangers are probed with Test photos alone, as enrolled people are. */
  heldOut?: boolean;
}

export const FAR_RATES = [0.01, 0.001, 0.0001] as const;
export const FPIR_RATES = [0.001, 0.003, 0.01] as const;
/** Given in any case; with fewer than 1/rate pairs it is the rate at no false accept at all. */
const LEAST_GIVEN_FAR = 0.001;
/** Rows of the table of pairs would fill the memory beyond; people are drawn until so many photos are reached. */
const MAX_IDENTIFICATION_PHOTOS = 2500;
const MAX_NON_MATED_PAIRS = 500_000;
/** As many of each kind as the LFW protocol has. */
const MAX_BALANCED_PAIRS = 3000;
const NEAREST_IMPOSTORS = 10;
const MOST_CONFUSIONS = 10;

/** Of one score. Rates are shares, 0..1. */
export interface ScoreReport {
  rank1: number;
  /** By the rate's decimal notation; 0.0001 only where there are 10,000 pairs of different people. */
  tarAtFar: Record<string, number>;
  fnirAtFpir: Record<string, number>;
  /** 95 %, by bootstrap over people. */
  fnirIntervals: Record<string, Interval>;
  thresholds: Record<string, number>;
  verification: VerificationResult | null;
  det: OperatingPoint[];
  roc: OperatingPoint[];
}

export interface GroupReport {
  group: string;
  people: number;
  photos: number;
  failureToAcquire: number;
  /** At the thresholds that the product would have for the whole set; null without probes of the kind. */
  fnir: number | null;
  fpir: number | null;
}

export interface EvaluationReport {
  images: number;
  people: number;
  /** Photos without a template, unreadable files included: a count. */
  failureToAcquire: number;
  failures: { file: string; reason: string }[];
  /** Photos with further faces; the largest was taken for the person's. */
  severalFaces: number;
  /** Photos with a template that a kiosk would still refuse for their quality; judged here all the same. */
  poorQuality: number;
  enrol: number;
  splits: number;
  seed: number;
  /** People who could be enrolled and probed; the others are strangers in every split. */
  eligible: number;
  /** Photos that identification was judged on. */
  identificationPhotos: number;
  comparisons: { mated: number; nonMated: number; matedPairs: number; nonMatedPairs: number };
  scores: Record<ScoreKind, ScoreReport>;
  /** The rule with the shipped thresholds for the size of the galleries here. */
  asShipped: {
    policy: MatchPolicy;
    fnir: number;
    fpir: number;
    misidentified: number;
    askedSecond: Record<'mated' | 'strangers', number>;
  };
  reliability: ReliabilityBin[];
  groups: GroupReport[];
  nearestImpostors: { a: string; b: string; first: number; fused: number }[];
  /** Enrolled people whose nearest person was another one, and on which share of their probes; the most often first. */
  confusions: { person: string; nearest: string; share: number }[];
  histograms: Record<'first' | 'fused', { mated: number[]; nonMated: number[] }>;
  /** Medians, milliseconds. */
  times: StepTimes;
  /** What this set alone would set; null where it is too small. */
  wouldSet: { policy: MatchPolicy; statistics: EncoderStatistics['tails']; confidence: ConfidenceModel } | null;
}

/**
 * Judges a set after acquisition. `pairs` and `groups` where there are files of them. Throws DatasetError for a set in
 * which nobody could be both enrolled and probed.
 */
export function evaluate(
  shots: readonly Shot[],
  {
    pairs,
    groups,
    ...settings
  }: EvaluationSettings & { pairs: PhotoPair[] | null; groups: Map<string, string> | null },
): EvaluationReport {
  const { splits, seed, statistics, confidence, targetFpir } = settings;
  const chosen = choosePhotos(shots, seed);
  const enrol = settings.enrol ?? (eligiblePeople(chosen, 2).length >= 2 ? 2 : 1);
  const eligible = eligiblePeople(chosen, enrol);
  if (eligible.length < 2) {
    throw new DatasetError(
      `Fewer than two people have photos enough to be enrolled with ${enrol} and recognised on another. Ask for fewer with --enrol, or add photos.`,
    );
  }
  const set: AcquiredSet = { shots: chosen, distances: new Distances(chosen.map(({ templates }) => templates)) };
  const policyFor = (gallerySize: number): MatchPolicy => calibrate({ gallerySize, targetFpir }, statistics).policy;
  const plan = { enrol, splits, seed, policyFor, heldOut: settings.heldOut ?? false };
  const policy = policyFor(Math.ceil(eligible.length / 2));
  const trials = runOpenSet(set, plan);
  const closed = runClosedSet(set, plan);
  const tested = allPairs(chosen, MAX_NON_MATED_PAIRS, seed);
  const scoredPairs = scorePairs(chosen, tested, policy);
  const verified = scorePairs(
    shots,
    pairs ?? balancedPairs(allPairs(chosen, MAX_NON_MATED_PAIRS, seed), MAX_BALANCED_PAIRS, seed),
    policy,
  );
  const matedTrials = trials.filter(({ mated }) => mated);
  const strangers = trials.filter(({ mated, result }) => !mated && result?.top);
  const kinds = new Set(
    tested.filter(({ a, b }) => chosen[a]!.templates && chosen[b]!.templates).map(({ same }) => same),
  );
  if (strangers.length === 0 || kinds.size < 2) {
    const acquired = chosen.filter(({ templates }) => templates).length;
    throw new DatasetError(
      `Faces were acquired on ${acquired} of ${chosen.length} photos: too few to compare people by.`,
    );
  }
  const reportOf = (kind: ScoreKind): ScoreReport =>
    scoreReport(comparisonsOf(trials, kind), rank1Of(closed, kind), scoredPairs[kind], verified[kind], seed);
  const impostors = impostorScores(set, { enrol, weight: statistics.weight, seed });
  const share = (of: readonly Trial[], is: (trial: Trial) => boolean): number =>
    of.filter(is).length / Math.max(1, of.length);
  return {
    images: shots.length,
    people: new Set(shots.map(({ person }) => person)).size,
    failureToAcquire: shots.filter(({ templates }) => !templates).length,
    failures: shots.flatMap(({ file, failure }) => (failure ? [{ file, reason: failure }] : [])),
    severalFaces: shots.filter(({ faces }) => faces > 1).length,
    poorQuality: shots.filter(({ complaint }) => complaint !== null).length,
    enrol,
    splits,
    seed,
    eligible: eligible.length,
    identificationPhotos: chosen.length,
    comparisons: {
      mated: matedTrials.length,
      nonMated: strangers.length,
      matedPairs: tested.filter(({ same }) => same).length,
      nonMatedPairs: tested.filter(({ same }) => !same).length,
    },
    scores: Object.fromEntries(scoreKinds.map((kind) => [kind, reportOf(kind)])) as Record<ScoreKind, ScoreReport>,
    asShipped: {
      policy,
      fnir: share(matedTrials, ({ person, result }) => result?.matched?.employeeId !== person),
      fpir: share(strangers, ({ result }) => Boolean(result?.matched)),
      misidentified: share(matedTrials, ({ person, result }) =>
        Boolean(result?.matched && result.matched.employeeId !== person),
      ),
      askedSecond: {
        mated: share(matedTrials, ({ result }) => Boolean(result?.askedSecond)),
        strangers: share(strangers, ({ result }) => Boolean(result?.askedSecond)),
      },
    },
    reliability: reliabilityOf(trials, confidence),
    groups: groups ? groupReports(shots, trials, groups) : [],
    nearestImpostors: nearestImpostors(set, statistics.weight),
    confusions: confusionsOf(matedTrials),
    histograms: {
      first: histogramOf(scoredPairs.first),
      fused: histogramOf(scoredPairs.fused),
    },
    times: medianTimes(shots),
    wouldSet: wouldSet(impostors, trials, eligible.length, settings),
  };
}

function scoreReport(
  comparisons: Comparisons,
  rank1: number,
  pairs: readonly ScoredPair[],
  verified: readonly ScoredPair[],
  seed: number,
): ScoreReport {
  const scored = (same: boolean) =>
    pairs.filter((pair) => pair.same === same).map(({ score }) => ({ person: '', score }));
  // Pairs of a photo that was not acquired would count as rightly refused.
  const verification: Comparisons = {
    mated: scored(true),
    nonMated: scored(false).filter(({ score }) => score < Infinity),
  };
  const fars = FAR_RATES.filter((rate) => rate >= LEAST_GIVEN_FAR || verification.nonMated.length * rate >= 1);
  const identified = pointsAt(comparisons, FPIR_RATES);
  const intervals = bootstrapFalseRejects(comparisons, FPIR_RATES, seed);
  const byRate = <Value>(rates: readonly number[], values: readonly Value[]): Record<string, Value> =>
    Object.fromEntries(rates.map((rate, index) => [String(rate), values[index]!]));
  return {
    rank1,
    tarAtFar: byRate(
      fars,
      pointsAt(verification, fars).map(({ falseRejects }) => 1 - falseRejects),
    ),
    fnirAtFpir: byRate(
      FPIR_RATES,
      identified.map(({ falseRejects }) => falseRejects),
    ),
    fnirIntervals: byRate(FPIR_RATES, intervals),
    thresholds: byRate(
      FPIR_RATES,
      identified.map(({ threshold }) => threshold),
    ),
    verification: verified.length >= 10 ? crossValidate(verified) : null,
    det: curveOf(comparisons),
    roc: curveOf(verification),
  };
}

/** All photos, or those of people drawn at random until there are so many. */
function choosePhotos(shots: readonly Shot[], seed: number): readonly Shot[] {
  if (shots.length <= MAX_IDENTIFICATION_PHOTOS) return shots;
  const people = shuffled([...new Set(shots.map(({ person }) => person))], seededRandom(seed));
  const counts = new Map<string, number>();
  for (const { person } of shots) counts.set(person, (counts.get(person) ?? 0) + 1);
  const chosen = new Set<string>();
  let photos = 0;
  for (const person of people) {
    photos += counts.get(person)!;
    if (photos > MAX_IDENTIFICATION_PHOTOS) break;
    chosen.add(person);
  }
  return shots.filter(({ person }) => chosen.has(person));
}

function groupReports(
  shots: readonly Shot[],
  trials: readonly Trial[],
  groups: ReadonlyMap<string, string>,
): GroupReport[] {
  const groupOf = ({ person }: { person: string }): string => groups.get(person) ?? '(no group)';
  return [...new Set(shots.map(groupOf))].sort().map((group) => {
    const own = shots.filter((shot) => groupOf(shot) === group);
    const probes = trials.filter((trial) => groupOf(trial) === group);
    const mated = probes.filter((trial) => trial.mated);
    const strangers = probes.filter((trial) => !trial.mated && trial.result);
    const rate = (of: readonly Trial[], is: (trial: Trial) => boolean): number | null =>
      of.length > 0 ? of.filter(is).length / of.length : null;
    return {
      group,
      people: new Set(own.map(({ person }) => person)).size,
      photos: own.length,
      failureToAcquire: own.filter(({ templates }) => !templates).length,
      fnir: rate(mated, ({ person, result }) => result?.matched?.employeeId !== person),
      fpir: rate(strangers, ({ result }) => Boolean(result?.matched)),
    };
  });
}

/** The people who are nearest to each other, each two of them once. */
function nearestImpostors({ shots, distances }: AcquiredSet, weight: number): EvaluationReport['nearestImpostors'] {
  const pairs = new Map<string, EvaluationReport['nearestImpostors'][number]>();
  shots.forEach((shot, row) => {
    for (let column = 0; column < row; column++) {
      const other = shots[column]!;
      if (other.person === shot.person) continue;
      const { first, second } = distances.between(row, column);
      const fused = first + weight * second;
      const [a, b] = [shot.person, other.person].sort() as [string, string];
      const key = JSON.stringify([a, b]);
      if (fused < (pairs.get(key)?.fused ?? Infinity)) pairs.set(key, { a, b, first, fused });
    }
  });
  return [...pairs.values()].sort((a, b) => a.fused - b.fused).slice(0, NEAREST_IMPOSTORS);
}

function confusionsOf(mated: readonly Trial[]): EvaluationReport['confusions'] {
  const probes = new Map<string, number>();
  const pairs = new Map<string, EvaluationReport['confusions'][number]>();
  for (const { person, result } of mated) {
    probes.set(person, (probes.get(person) ?? 0) + 1);
    const nearest = result?.nearest.product?.person;
    if (nearest === undefined || nearest === person) continue;
    const key = JSON.stringify([person, nearest]);
    pairs.set(key, { person, nearest, share: (pairs.get(key)?.share ?? 0) + 1 });
  }
  return [...pairs.values()]
    .map((pair) => ({ ...pair, share: pair.share / probes.get(pair.person)! }))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_CONFUSIONS);
}

export const HISTOGRAM_BINS = 60;
export const HISTOGRAM_END = 1.8;

/** Shares of the pairs in HISTOGRAM_BINS equal steps from 0 to HISTOGRAM_END; the last takes what lies beyond. */
function histogramOf(pairs: readonly ScoredPair[]): { mated: number[]; nonMated: number[] } {
  const sharesOf = (same: boolean): number[] => {
    const finite = pairs.filter((pair) => pair.same === same && pair.score < Infinity);
    const bins = Array.from({ length: HISTOGRAM_BINS }, () => 0);
    for (const { score } of finite)
      bins[Math.min(HISTOGRAM_BINS - 1, Math.floor((score / HISTOGRAM_END) * HISTOGRAM_BINS))]! += 1;
    return bins.map((count) => count / Math.max(1, finite.length));
  };
  return { mated: sharesOf(true), nonMated: sharesOf(false) };
}

function medianTimes(shots: readonly Shot[]): StepTimes {
  const median = (step: keyof StepTimes): number => {
    const values = shots.flatMap(({ times }) => (times ? [times[step]] : [])).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  return { decode: median('decode'), analyze: median('analyze'), second: median('second') };
}

function wouldSet(
  impostors: ImpostorScores,
  trials: readonly Trial[],
  gallerySize: number,
  { statistics, targetFpir }: EvaluationSettings,
): EvaluationReport['wouldSet'] {
  if (impostors.first.length < MIN_SCORES) return null;
  const tails = { first: fitLowerTail(impostors.first), fused: fitLowerTail(impostors.fused) };
  const judgedBy = (decidedBy: Matched['decidedBy']): Judged[] =>
    trials.flatMap(({ person, gallerySize: size, result }) => {
      const nearest = result?.nearest[decidedBy];
      return nearest ? [{ distance: nearest.score, gallerySize: size, right: nearest.person === person }] : [];
    });
  return {
    policy: calibrate({ gallerySize, targetFpir }, { ...statistics, tails }).policy,
    statistics: tails,
    confidence: { first: fitLogOdds(judgedBy('first')), fused: fitLogOdds(judgedBy('fused')) },
  };
}
