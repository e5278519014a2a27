import type { DetectedFace } from '../face-engine.js';
import type { HeadMotion } from './head-motion.js';
import { shapeChange, type ShapeChange } from './head-shape.rules.js';

/** What the judge needs of each frame. */
export type ChallengeFrame = Pick<DetectedFace, 'landmarks' | 'template' | 'quality'>;

export interface ChallengePolicy {
  /** The nose has to shift at least this far, in distances from eyes to mouth … */
  noseShift: number;
  /** … and further the more the face narrows, as a bent sheet's does: this many times the sine of the turn that it tells of. */
  perTurn: number;
  /** A nose that shifted less is back in the middle. */
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
  /** The least that the nose shifted in any of the turns, beyond what a sheet may show; 0 without turns. */
  leastShift: number;
  /** The most that the eyes came closer together. */
  mostNarrowing: number;
  /** The greatest distance of a frame's template to the first one's or to the one before. */
  furthestTemplate: number;
}

export type ChallengeVerdict =
  | { outcome: 'live'; evidence: ChallengeEvidence }
  | { outcome: 'suspected'; reason: 'FLAT' | 'ANOTHER_PERSON'; evidence: ChallengeEvidence }
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
  const shifts = changes.map((change) => beyondSheet(change, policy));
  const turns = turnsOf(
    shifts,
    changes.map(({ noseShift }) => noseShift),
    policy,
  );
  const evidence: ChallengeEvidence = {
    frames: frames.length,
    turns: turns.map(({ side }) => side),
    leastShift: turns.length > 0 ? Math.min(...turns.map(({ shift }) => shift)) : 0,
    mostNarrowing: Math.max(0, ...changes.map(({ narrowing }) => narrowing)),
    furthestTemplate: furthestTemplate(frames),
  };

  if (evidence.furthestTemplate > policy.samePerson)
    return { outcome: 'suspected', reason: 'ANOTHER_PERSON', evidence };
  const notDone = (words: string): ChallengeVerdict => ({ outcome: 'not done', words, evidence });
  if (!first || frames.length < LEAST_FRAMES) return notDone('That was too quick. Try again, a little slower.');
  if (Math.abs(first.quality.yaw) > policy.ahead) return notDone('Look straight at the camera first. Try again.');
  if (isEqual(evidence.turns, steps)) return { outcome: 'live', evidence };
  if (turns.length === 0 && evidence.mostNarrowing >= policy.flatNarrowing) {
    return { outcome: 'suspected', reason: 'FLAT', evidence };
  }
  return notDone(`${wordsFor(steps)} Try again.`);
}

/** The shift of the nose without what a sheet that narrows as much may show of it: 0, or to the same side. */
export function beyondSheet(
  { noseShift, narrowing }: ShapeChange,
  { perTurn }: Pick<ChallengePolicy, 'perTurn'>,
): number {
  const cosine = 1 - Math.max(0, narrowing);
  const allowance = perTurn * Math.sqrt(1 - cosine * cosine);
  return Math.sign(noseShift) * Math.max(0, Math.abs(noseShift) - allowance);
}

/** "Turn your head slowly to your left, look ahead, then turn it to your right." */
export function wordsFor(steps: readonly HeadMotion[]): string {
  const sides = steps.map((step) => `to your ${step.toLowerCase()}`);
  return `Turn your head slowly ${sides.join(', look ahead, then turn it ')}.`;
}

/** Turns far enough; frames on one side without a look ahead between them are one turn. */
function turnsOf(
  shifts: readonly number[],
  noseShifts: readonly number[],
  policy: ChallengePolicy,
): { side: HeadMotion; shift: number }[] {
  const turns: { side: HeadMotion; shift: number }[] = [];
  let current: { side: HeadMotion; shift: number } | null = null;
  shifts.forEach((signed, index) => {
    if (Math.abs(noseShifts[index]!) <= policy.middle) current = null;
    const shift = Math.abs(signed);
    if (shift < policy.noseShift) return;
    const side = signed > 0 ? 'LEFT' : 'RIGHT';
    if (current?.side === side) {
      current.shift = Math.max(current.shift, shift);
      return;
    }
    current = { side, shift };
    turns.push(current);
  });
  return turns;
}

function furthestTemplate(frames: readonly ChallengeFrame[]): number {
  return frames.reduce((furthest, { template }, index) => {
    if (index === 0) return furthest;
    const toFirst = distance(template, frames[0]!.template);
    return Math.max(furthest, toFirst, distance(template, frames[index - 1]!.template));
  }, 0);
}

const distance = (one: Float32Array, other: Float32Array): number =>
  Math.hypot(...one.map((value, index) => value - other[index]!));

const isEqual = (one: readonly HeadMotion[], other: readonly HeadMotion[]): boolean =>
  one.length === other.length && one.every((step, index) => step === other[index]);
