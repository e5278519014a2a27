import type { MatchPolicy } from '../match.js';
import type { Shot } from './acquire.js';
import type { Distances } from './distances.js';
import { seededRandom, shuffled } from './random.js';
import type { Comparisons, Scored } from './rates.js';
import { judgeProbe, type PersonDistances, type ProbeResult, type ScoreKind } from './scores.js';

/** A set after acquisition. Distances go by the place in `shots`. */
export interface AcquiredSet {
  shots: readonly Shot[];
  distances: Distances;
}

/** One probe of one split. */
export interface Trial {
  person: string;
  /** Whether the person is in the gallery. */
  mated: boolean;
  /** People in the gallery. */
  gallerySize: number;
  /** Null for a failure to acquire. */
  result: ProbeResult | null;
}

interface Plan {
  /** Templates enrolled of each person. */
  enrol: number;
  splits: number;
  seed: number;
  policyFor: (gallerySize: number) => MatchPolicy;
  /** Strangers, too, are probed with Test photos alone: Train photos have had a say in the thresholds. */
  heldOut?: boolean;
}

/** People with photos enough to be enrolled with `enrol` of them and probed with another. */
export function eligiblePeople(shots: readonly Shot[], enrol: number): string[] {
  return [...photosByPerson(shots)]
    .filter(
      ([, { toEnrol, toProbe }]) =>
        toEnrol.length >= enrol && (toProbe === toEnrol ? toEnrol.length > enrol : toProbe.length > 0),
    )
    .map(([person]) => person);
}

/**
 * Open set: in each split a random half of the eligible people is enrolled; their other photos (Test photos, where the
 * set has them) are mated probes, and all photos of everybody else are strangers'. Photos that were not acquired are
 * never enrolled, as enrolment refuses them on the spot, and are always probes.
 */
export function runOpenSet(
  { shots, distances }: AcquiredSet,
  { enrol, splits, seed, policyFor, heldOut = false }: Plan,
): Trial[] {
  const random = seededRandom(seed);
  const photos = photosByPerson(shots);
  const eligible = eligiblePeople(shots, enrol);
  const trials: Trial[] = [];
  for (let split = 0; split < splits; split++) {
    const enrolled = new Set(shuffled(eligible, random).slice(0, Math.ceil(eligible.length / 2)));
    const gallery = new Map<string, number[]>();
    for (const person of enrolled) gallery.set(person, draw(photos.get(person)!.toEnrol, shots, enrol, random));
    const policy = policyFor(enrolled.size);
    for (const [person, { toProbe, all }] of photos) {
      const mated = enrolled.has(person);
      const own = new Set(gallery.get(person));
      for (const probe of mated ? toProbe.filter((photo) => !own.has(photo)) : heldOut ? toProbe : all) {
        trials.push({
          person,
          mated,
          gallerySize: enrolled.size,
          result: judge(probe, gallery, shots, distances, policy),
        });
      }
    }
  }
  return trials;
}

/**
 * Closed set: everybody who can be is enrolled (with all Train photos where the set has them, else with `enrol` at
 * random in each split) and probed with their other photos.
 */
export function runClosedSet({ shots, distances }: AcquiredSet, { enrol, splits, seed, policyFor }: Plan): Trial[] {
  const random = seededRandom(seed);
  const photos = photosByPerson(shots);
  const people = eligiblePeople(shots, enrol);
  const parted = people.every((person) => photos.get(person)!.toProbe !== photos.get(person)!.toEnrol);
  const trials: Trial[] = [];
  for (let split = 0; split < (parted ? 1 : splits); split++) {
    const gallery = new Map(
      people.map((person) => {
        const { toEnrol } = photos.get(person)!;
        return [person, draw(toEnrol, shots, parted ? toEnrol.length : enrol, random)];
      }),
    );
    for (const person of people) {
      const own = new Set(gallery.get(person));
      for (const probe of photos.get(person)!.toProbe) {
        if (own.has(probe)) continue;
        const result = judge(probe, gallery, shots, distances, policyFor(people.length));
        trials.push({ person, mated: true, gallerySize: people.length, result });
      }
    }
  }
  return trials;
}

/**
 * Mated probes that were not acquired or are nearest to somebody else are misses at any threshold. Strangers' probes
 * that were not acquired are left out: they would count as rightly refused.
 */
export function comparisonsOf(trials: readonly Trial[], kind: ScoreKind): Comparisons {
  const mated: Scored[] = [];
  const nonMated: Scored[] = [];
  for (const { person, mated: isMated, result } of trials) {
    const nearest = result?.nearest[kind];
    if (isMated) mated.push({ person, score: nearest?.person === person ? nearest.score : Infinity });
    else if (nearest) nonMated.push({ person, score: nearest.score });
  }
  return { mated, nonMated };
}

/** Share of probes whose nearest person is the right one; failures to acquire are misses. */
export function rank1Of(trials: readonly Trial[], kind: ScoreKind): number {
  return trials.filter(({ person, result }) => result?.nearest[kind]?.person === person).length / trials.length;
}

interface PersonPhotos {
  toEnrol: number[];
  /** The very same list where the set has no parts. */
  toProbe: number[];
  all: number[];
}

function photosByPerson(shots: readonly Shot[]): Map<string, PersonPhotos> {
  const people = new Map<string, PersonPhotos>();
  shots.forEach(({ person, part }, index) => {
    let photos = people.get(person);
    if (!photos) {
      const all: number[] = [];
      photos = part ? { toEnrol: [], toProbe: [], all } : { toEnrol: all, toProbe: all, all };
      people.set(person, photos);
    }
    photos.all.push(index);
    if (part === 'Train') photos.toEnrol.push(index);
    if (part === 'Test') photos.toProbe.push(index);
  });
  return people;
}

function draw(photos: readonly number[], shots: readonly Shot[], count: number, random: () => number): number[] {
  return shuffled(photos, random)
    .filter((photo) => shots[photo]!.templates)
    .slice(0, count);
}

function judge(
  probe: number,
  gallery: ReadonlyMap<string, readonly number[]>,
  shots: readonly Shot[],
  distances: Distances,
  policy: MatchPolicy,
): ProbeResult | null {
  if (!shots[probe]!.templates) return null;
  const people: PersonDistances[] = [];
  for (const [person, templates] of gallery) {
    if (templates.length === 0) continue;
    const nearest: PersonDistances = { person, first: Infinity, second: Infinity, fused: Infinity };
    for (const template of templates) {
      const { first, second } = distances.between(probe, template);
      nearest.first = Math.min(nearest.first, first);
      nearest.second = Math.min(nearest.second, second);
      nearest.fused = Math.min(nearest.fused, first + policy.fused.weight * second);
    }
    people.push(nearest);
  }
  return judgeProbe(people, policy);
}
