import type { HeadMotion } from '../gql/graphql';

/** What the person is asked to do at the moment. BACK is a look straight ahead after a turn. */
export type Guidance = 'STRAIGHT' | HeadMotion | 'BACK';

/** One picture: taken `afterMs` after the one before (the first: after the start), while `guidance` is shown. */
export interface Shot {
  guidance: Guidance;
  afterMs: number;
}

/** As many as the server takes beside the photo. */
const MOST_FRAMES = 8;
/** Until the first instruction is read and the eyes are on the camera. */
const LOOK_MS = 1200;
/** For each turn, and for each way back. */
const PHASE_MS = 1200;

/**
 * The pictures that answer a challenge: one looking straight ahead, then evenly spaced through each turn and the way back
 * from it.
 */
export function challengePlan(steps: readonly HeadMotion[]): Shot[] {
  const phases = steps.flatMap((step): Guidance[] => [step, 'BACK']);
  const perPhase = Math.max(1, Math.floor(MOST_FRAMES / phases.length));
  const frames = phases.flatMap((guidance) => Array<Shot>(perPhase).fill({ guidance, afterMs: PHASE_MS / perPhase }));
  return [{ guidance: 'STRAIGHT', afterMs: LOOK_MS }, ...frames];
}

/** A photo and two more of the same moment, as a held-still look is watched for signs of a picture. */
export const STILL_PLAN: readonly Shot[] = [
  { guidance: 'STRAIGHT', afterMs: 0 },
  { guidance: 'STRAIGHT', afterMs: 150 },
  { guidance: 'STRAIGHT', afterMs: 150 },
];
