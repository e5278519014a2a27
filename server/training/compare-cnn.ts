import { acquireAll, type Shot } from '../recognition/evaluation/acquire.js';
import { DatasetError, type DatasetPhoto } from '../recognition/evaluation/dataset.js';
import { curveOf, pointAt, type Comparisons, type OperatingPoint } from '../recognition/evaluation/rates.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import { Gallery } from '../recognition/gallery.js';
import { decideFirst, decideFused, type MatchPolicy } from '../recognition/match.js';
import type { CnnCard } from './cnn.js';

/** What one of the two makes of a photograph. */
export interface Answer {
  /** The nearest person, however far. */
  person: string | null;
  /** The lower, the surer: 1 - probability, or both encoders' distance. */
  score: number;
  /** Who it is by the rule that is used, null for nobody. */
  accepted: string | null;
}

/** One of the two on the same photographs. Rates are shares, 0..1; those with strangers are null without any. */
export interface Contestant {
  name: string;
  /** Known people's Test photographs whose nearest person is the right one. */
  closedSet: number;
  /** By the rule that is used. */
  fpir: number | null;
  fnir: number;
  /** At a threshold chosen on these very strangers, so that 1 % of them at most are accepted. */
  fnirAtBest: number | null;
  curve: OperatingPoint[];
  secondsToAddPerson: number;
  millisecondsAPhoto: number;
}

export interface CnnComparison {
  dataset: string;
  people: number;
  strangers: number;
  probes: { known: number; strangers: number };
  contestants: Contestant[];
}

/** Photographs that somebody takes to add a person. */
const PHOTOS_TO_ADD = 2;
const BEST_FPIR = 0.01;

/**
 * Puts the old network beside the embedding model: the same people learnt or enrolled from the same Train photographs, the
 * same probes. Known people are probed with their Test photographs; all photographs of people whom the network has not
 * learnt are strangers.
 */
export async function compareCnn({
  card,
  photos,
  predict,
  policyFor,
  ...tools
}: {
  card: CnnCard;
  photos: readonly DatasetPhoto[];
  predict: (files: string[]) => Promise<{ probabilities: Float32Array[]; millisecondsEach: number }>;
  policyFor: (gallery: Gallery) => MatchPolicy;
  engine: FaceEngine;
  concurrency: number;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}): Promise<CnnComparison> {
  const isKnown = ({ person }: DatasetPhoto): boolean => card.classes.includes(person);
  const enrolled = photos.filter((photo) => isKnown(photo) && photo.part === 'Train');
  const probes = photos.filter((photo) => !isKnown(photo) || photo.part === 'Test');
  if (enrolled.length === 0 || !probes.some(isKnown)) {
    throw new DatasetError('The set has no Train and Test photographs of the people that the network knows.');
  }
  const total = enrolled.length + probes.length;
  const acquire = (of: DatasetPhoto[], before: number): Promise<Shot[]> =>
    acquireAll(of, { ...tools, harder: null, onProgress: (done) => tools.onProgress(before + done, total) });

  const gallery = new Gallery();
  for (const { person, templates } of await acquire(enrolled, 0)) {
    if (templates) gallery.add(person, [{ template: templates.first, second: templates.second }]);
  }
  const policy = policyFor(gallery);
  const shots = await acquire(probes, enrolled.length);
  const byEmbedding = await Promise.all(shots.map((shot) => answerOf(shot, gallery, policy)));
  await gallery.stop();
  const times = shots.flatMap(({ times: each }) => (each ? [each.decode + each.analyze + each.second] : []));
  const millisecondsAPhoto = median(times);

  const { probabilities, millisecondsEach } = await predict(probes.map(({ file }) => file));
  const byCnn = probabilities.map((each): Answer => {
    const best = each.indexOf(Math.max(...each));
    // The old application takes whoever is likeliest.
    return { person: card.classes[best]!, score: 1 - each[best]!, accepted: card.classes[best]! };
  });
  return {
    dataset: card.dataset,
    people: card.classes.length,
    strangers: new Set(probes.filter((probe) => !isKnown(probe)).map(({ person }) => person)).size,
    probes: { known: probes.filter(isKnown).length, strangers: probes.filter((probe) => !isKnown(probe)).length },
    contestants: [
      {
        ...judge('old network', probes, isKnown, byCnn),
        secondsToAddPerson: card.seconds,
        millisecondsAPhoto: millisecondsEach,
      },
      {
        ...judge('embedding model', probes, isKnown, byEmbedding),
        secondsToAddPerson: (PHOTOS_TO_ADD * millisecondsAPhoto) / 1000,
        millisecondsAPhoto,
      },
    ],
  };
}

async function answerOf({ templates, complaint }: Shot, gallery: Gallery, policy: MatchPolicy): Promise<Answer> {
  if (!templates) return { person: null, score: Infinity, accepted: null };
  const { first, second } = templates;
  const nearest = await gallery.nearest(first, policy.candidates);
  const ids = nearest.map(({ employeeId }) => employeeId);
  const fused = await gallery.fuse(ids, first, second, policy.fused.weight);
  const sure = decideFirst(nearest, policy);
  const decided = sure === 'doubt' ? decideFused(fused, policy) : sure;
  const accepted = complaint === null && decided.outcome === 'matched' ? decided.employeeId : null;
  return { person: fused[0]?.employeeId ?? null, score: fused[0]?.distance ?? Infinity, accepted };
}

/** `answers` are those to the probes, in their order. */
export function judge<Probe extends { person: string }>(
  name: string,
  probes: readonly Probe[],
  isKnown: (probe: Probe) => boolean,
  answers: readonly Answer[],
): Omit<Contestant, 'secondsToAddPerson' | 'millisecondsAPhoto'> {
  const all = probes.map((probe, index) => ({ probe, person: probe.person, answer: answers[index]! }));
  const known = all.filter(({ probe }) => isKnown(probe));
  const strangers = all.filter(({ probe }) => !isKnown(probe));
  const share = <T>(of: readonly T[], is: (each: T) => boolean): number => of.filter(is).length / of.length;
  const comparisons: Comparisons = {
    mated: known.map(({ person, answer }) => ({ person, score: answer.person === person ? answer.score : Infinity })),
    nonMated: strangers.map(({ person, answer }) => ({ person, score: answer.score })),
  };
  const hasStrangers = strangers.length > 0;
  return {
    name,
    closedSet: share(known, ({ person, answer }) => answer.person === person),
    fpir: hasStrangers ? share(strangers, ({ answer }) => answer.accepted !== null) : null,
    fnir: share(known, ({ person, answer }) => answer.accepted !== person),
    fnirAtBest: hasStrangers ? pointAt(comparisons, BEST_FPIR).falseRejects : null,
    curve: hasStrangers ? curveOf(comparisons) : [],
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
