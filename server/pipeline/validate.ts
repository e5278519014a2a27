import { setImmediate } from 'node:timers/promises';
import { sortByPerson } from '../enrolment/same-person.js';
import type { Shot } from '../recognition/evaluation/acquire.js';
import { Gallery } from '../recognition/gallery.js';
import type { MatchPolicy } from '../recognition/match.js';
import { whatIsWrong } from '../recognition/quality.js';
import { euclidean } from '../recognition/template-distance.js';
import { findingOf, type Finding } from './findings.rules.js';
import type { SampleEntry } from './sample-source.js';

/** Two people whose samples are nearly as near as those of one. */
export interface LookAlikes {
  a: string;
  b: string;
  /** Of both encoders. */
  distance: number;
}

export interface Validation {
  findings: Finding[];
  lookAlikes: LookAlikes[];
}

/**
 * Nearer than this, by the first encoder, two photos are one picture. Of the 287 photos in ../shared/faces the nearest two are
 * 0.075 apart, shots of one burst; copies at 80 % of the size, JPEG at 60, are 0.053 to 0.164 from their originals: those
 * cannot be told from a burst, and are let be.
 */
const SAME_PICTURE = 0.05;

type Acquired = Shot & { templates: NonNullable<Shot['templates']> };

/** Looks for what is wrong with samples: those without a face, of another person, twice there, poor. */
export async function validate(
  shots: readonly Shot[],
  entries: readonly SampleEntry[],
  { fused, candidates }: MatchPolicy,
  { signal, progress }: { signal: AbortSignal; progress: (done: number, total: number) => void },
): Promise<Validation> {
  const digests = new Map(entries.map(({ file, digest }) => [file, digest]));
  const people = peopleOf(shots.filter(isAcquired));
  const withOwn = new Set<Shot>();
  const gallery = new Gallery();
  for (const [person, own] of people) {
    const faces = own.map((shot) => ({ shot, template: shot.templates.first, second: shot.templates.second }));
    const { same } = sortByPerson(faces, fused);
    gallery.add(person, same);
    for (const { shot } of same) withOwn.add(shot);
    signal.throwIfAborted();
    await setImmediate();
  }

  const findings: Finding[] = [];
  const pairs = new Map<string, LookAlikes>();
  for (const [index, shot] of shots.entries()) {
    signal.throwIfAborted();
    const isWithOwn = withOwn.has(shot);
    const nearest = isAcquired(shot) ? await nearestOther(gallery, shot, candidates, fused.weight) : null;
    const finding = findingOf(
      {
        ...shot,
        part: shot.part!,
        complaint: shot.quality ? whatIsWrong(shot.quality, 'enrolment') : shot.complaint,
        copyOf: isAcquired(shot) ? copyOf(shot, people.get(shot.person)!, digests) : null,
        isWithOwn,
        nearest,
      },
      fused.threshold,
    );
    if (finding) findings.push(finding);
    if (isWithOwn && nearest && nearest.distance < fused.threshold + fused.margin) {
      const [a, b] = [shot.person, nearest.person].sort() as [string, string];
      const key = JSON.stringify([a, b]);
      if (nearest.distance < (pairs.get(key)?.distance ?? Infinity))
        pairs.set(key, { a, b, distance: nearest.distance });
    }
    progress(index + 1, shots.length);
    await setImmediate();
  }
  await gallery.stop();
  return { findings, lookAlikes: [...pairs.values()].sort((one, other) => one.distance - other.distance) };
}

const isAcquired = (shot: Shot): shot is Acquired => shot.templates !== null;

function peopleOf(shots: readonly Acquired[]): Map<string, Acquired[]> {
  const people = new Map<string, Acquired[]>();
  for (const shot of shots) people.set(shot.person, [...(people.get(shot.person) ?? []), shot]);
  return people;
}

async function nearestOther(
  gallery: Gallery,
  { person, templates: { first, second } }: Acquired,
  candidates: number,
  weight: number,
): Promise<{ person: string; distance: number } | null> {
  const near = await gallery.nearest(first, candidates);
  const others = near.map(({ employeeId }) => employeeId).filter((id) => id !== person);
  const [nearest] = await gallery.fuse(others, first, second, weight);
  return nearest ? { person: nearest.employeeId, distance: nearest.distance } : null;
}

/** The first sample of the person, before this one, that is the same picture. */
function copyOf(shot: Acquired, own: readonly Acquired[], digests: ReadonlyMap<string, string | null>): string | null {
  const before = own.slice(0, own.indexOf(shot));
  const digest = digests.get(shot.file) ?? null;
  const original = before.find(
    (other) =>
      (digest !== null && digests.get(other.file) === digest) ||
      euclidean(shot.templates.first, other.templates.first) < SAME_PICTURE,
  );
  return original?.file ?? null;
}
