import { confidenceOf, type ConfidenceModel } from '../confidence.js';
import type { Trial } from './identification.js';

/** Matches that were given a confidence of `from` to `to`. */
export interface ReliabilityBin {
  from: number;
  to: number;
  /** Mean confidence that was given. */
  predicted: number;
  /** Share that was right, mated and strangers' probes weighing equally in sum, as the model assumes; null without any. */
  observed: number | null;
  trials: number;
}

const EDGES = [0, 0.5, 0.8, 0.95, 0.99, 1];

/** Whether what is given as the probability that a match is right is one. Judged is the nearest person of each probe, matched or not. */
export function reliabilityOf(trials: readonly Trial[], model: ConfidenceModel): ReliabilityBin[] {
  const given = trials.flatMap(({ person, mated, gallerySize, result }) => {
    if (!result?.top) return [];
    const { top } = result;
    return [{ mated, right: top.employeeId === person, confidence: confidenceOf(top, model, gallerySize) }];
  });
  const mates = given.filter(({ mated }) => mated).length;
  const weightOf = ({ mated }: { mated: boolean }): number => 0.5 / (mated ? mates : given.length - mates);
  return EDGES.slice(1).map((to, index) => {
    const from = EDGES[index]!;
    const inside = given.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const weigh = (value: (each: (typeof given)[number]) => number): number =>
      inside.reduce((sum, each) => sum + weightOf(each) * value(each), 0);
    const weight = weigh(() => 1);
    return {
      from,
      to,
      predicted: weight > 0 ? weigh(({ confidence }) => confidence) / weight : (from + to) / 2,
      observed: weight > 0 ? weigh(({ right }) => Number(right)) / weight : null,
      trials: inside.length,
    };
  });
}
