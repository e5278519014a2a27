import { shuffled } from '../recognition/evaluation/random.js';
import type { ClassifierHead } from '../recognition/classifier-head.js';

/** How a head is trained: Adam on categorical cross-entropy, stopped early, the best weights restored. */
export const HEAD_TRAINING = {
  units: 64,
  epochs: 200,
  patience: 10,
  minDelta: 0.001,
  batchSize: 32,
  learningRate: 0.001,
  /** Share of each person's Train samples that stopping and the bound go by. */
  stopShare: 0.2,
  /** Of the samples that stopping goes by, so many may be refused by the bound. */
  refusedByBound: 0.02,
} as const;

/** What an epoch gave. Losses are mean cross-entropies in nats, accuracies 0..1. */
export interface HeadCurve {
  loss: number;
  accuracy: number;
  stopLoss: number;
  stopAccuracy: number;
}

export interface LabelledTemplate {
  person: string;
  template: Float32Array;
}

/** What a head is trained on. */
export interface HeadRequest {
  classes: string[];
  training: LabelledTemplate[];
  stopping: LabelledTemplate[];
  seed: number;
}

export interface TrainedHead {
  head: ClassifierHead;
  curves: HeadCurve[];
}

/** People with fewer samples give none to stop by. */
const LEAST_SAMPLES = 3;

/** Null where there are fewer than two people, or nothing to stop by. Never give it what it is to be judged on. */
export function planHead(samples: readonly LabelledTemplate[], seed: number, random: () => number): HeadRequest | null {
  const byPerson = new Map<string, LabelledTemplate[]>();
  for (const sample of samples) byPerson.set(sample.person, [...(byPerson.get(sample.person) ?? []), sample]);
  const classes = [...byPerson.keys()].sort();
  const [training, stopping]: LabelledTemplate[][] = [[], []];
  for (const person of classes) {
    const own = shuffled(byPerson.get(person)!, random);
    const toStop = own.length < LEAST_SAMPLES ? 0 : Math.max(1, Math.round(own.length * HEAD_TRAINING.stopShare));
    stopping!.push(...own.slice(0, toStop));
    training!.push(...own.slice(toStop));
  }
  return classes.length < 2 || stopping!.length === 0
    ? null
    : { classes, training: training!, stopping: stopping!, seed };
}
