import type { DetectedFace } from '../face-engine.js';
import { euclidean } from '../template-distance.js';
import type { HeadMotion } from './head-motion.js';
import { noseHeight, shapeChange, type ShapeChange } from './head-shape.rules.js';

/** What the judge needs of each frame. */
export type ChallengeFrame = Pick<DetectedFace, 'landmarks' | 'template' | 'quality'>;

export interface ChallengePolicy {
  /** A nose that shifts at least this far, in distances from eyes to mouth, is a turn … */
  noseShift: number;
  /** … of a head, where it stands out of the face by this much, in the same unit. On a bent sheet it seems to, a little. */
  noseHeight: number;
  /** A nose that shifted less than this is back in the middle. */
  middle: number;
  /** A face that narrows by this part without its nose shifting is on a sheet. */
  flatNarrowing: number;
  /** Two frames whose templates are further apart show two people. */
  samePerson: number;
  /** Degrees to a side within which a face looks ahead. */
  ahead: number;
}

export interface ChallengeEvidence {
  frames: number;
  /** What was seen, in order. */
  turns: readonly HeadMotion[];
  /** How far the nose stands out of the face, by the turn in which it does least; 0 without turns. */
  noseHeight: number;
  /** The most that the eyes came closer together. */
  mostNarrowing: number;
  /** The greatest distance of a frame's template to the first one's or to the one before. */
  furthestTemplate: number;
}

/** Nose and face move as one, or the frames show two people. */
export type Suspicion = 'FLAT' | 'ANOTHER_PERSON';

export type ChallengeVerdict =
  | { outcome: 'live'; evidence: ChallengeEvidence }
  | { outcome: 'suspected'; reason: Suspicion; evidence: ChallengeEvidence }
  | { outcome: 'not done'; words: string; evidence: ChallengeEvidence };

const LEAST_FRAMES = 4;

/**
 * Whether one head turned as asked, in that order and no other way. `frames` are in order; the first looks ahead and is
 * what the others are compared with.
 */
export function judgeChallenge(
  steps: readonly HeadMotion[],
  frames: readonly ChallengeFrame[],
  policy: ChallengePolicy,
): ChallengeVerdict {
  const [first, ...others] = frames;
  const changes = first ? others.map(({ landmarks }) => shapeChange(first.landmarks, landmarks)) : [];
  const turns = turnsOf(changes, policy);
  const evidence: ChallengeEvidence = {
    frames: frames.length,
    turns: turns.map(({ side }) => side),
    noseHeight: turns.length > 0 ? Math.min(...turns.map(({ furthest }) => noseHeight(furthest))) : 0,
    mostNarrowing: Math.max(0, ...changes.map(({ narrowing }) => narrowing)),
    furthestTemplate: furthestTemplate(frames),
  };

  const suspected = (reason: Suspicion): ChallengeVerdict => ({ outcome: 'suspected', reason, evidence });
  const notDone = (words: string): ChallengeVerdict => ({ outcome: 'not done', words, evidence });
  if (evidence.furthestTemplate > policy.samePerson) return suspected('ANOTHER_PERSON');
  if (!first || frames.length < LEAST_FRAMES) return notDone('That was too quick. Try again, a little slower.');
  if (Math.abs(first.quality.yaw) > policy.ahead) return notDone('Look straight at the camera first. Try again.');
  if (isEqual(evidence.turns, steps)) {
    return evidence.noseHeight >= policy.noseHeight ? { outcome: 'live', evidence } : suspected('FLAT');
  }
  if (turns.length === 0 && evidence.mostNarrowing >= policy.flatNarrowing) return suspected('FLAT');
  return notDone(`${wordsFor(steps)} Try again.`);
}

/** "Turn your head slowly to your left, look ahead, then turn it to your right." */
export function wordsFor(steps: readonly HeadMotion[]): string {
  const sides = steps.map((step) => `to your ${step.toLowerCase()}`);
  return `Turn your head slowly ${sides.join(', look ahead, then turn it ')}.`;
}

/** What was seen of one turn where the nose shifted furthest. */
interface SeenTurn {
  side: HeadMotion;
  furthest: ShapeChange;
}

/** Turns far enough; frames on one side without a look ahead between them are one turn. */
function turnsOf(changes: readonly ShapeChange[], { middle, noseShift }: ChallengePolicy): SeenTurn[] {
  const turns: SeenTurn[] = [];
  let isAside = false;
  for (const change of changes) {
    const shift = Math.abs(change.noseShift);
    if (shift <= middle) isAside = false;
    if (shift < noseShift) continue;
    const side = change.noseShift > 0 ? 'LEFT' : 'RIGHT';
    const last = turns.at(-1);
    if (!isAside || last?.side !== side) turns.push({ side, furthest: change });
    else if (shift > Math.abs(last.furthest.noseShift)) last.furthest = change;
    isAside = true;
  }
  return turns;
}

function furthestTemplate(frames: readonly ChallengeFrame[]): number {
  return frames.reduce((furthest, { template }, index) => {
    if (index === 0) return furthest;
    const toFirst = euclidean(template, frames[0]!.template);
    return Math.max(furthest, toFirst, euclidean(template, frames[index - 1]!.template));
  }, 0);
}

const isEqual = (one: readonly HeadMotion[], other: readonly HeadMotion[]): boolean =>
  one.length === other.length && one.every((step, index) => step === other[index]);
