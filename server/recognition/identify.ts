import type { LivenessLevel } from '../liveness-level.js';
import { refuse, type Refusal } from '../refusal.js';
import { speaksAgainst } from './classifier-head.js';
import { confidenceOf } from './confidence.js';
import type { Comparison, DecisionRecord } from './decision-record.js';
import type { FaceEngine } from './face-engine.js';
import type { Candidate, Gallery } from './gallery.js';
import { look, type Seen } from './look.js';
import type { Challenge } from './liveness/challenge-book.js';
import { ambiguousFace, decideFirst, decideFused, type Matched, type MatchPolicy } from './match.js';
import { repeatsMistake } from './mistake-check.js';
import type { Mistake } from './mistake.rules.js';
import { toStoredJpeg } from './photo.js';
import type { Policy } from './policy-keeper.js';
import { whatIsWrong } from './quality.js';

/** The photographs of one moment in front of a camera, as bytes of image files. */
export interface Submission {
  /** The one to decide by. */
  photo: Buffer;
  /** Further ones, in order. */
  frames: readonly Buffer[];
  liveness: LivenessRequest;
}

export interface LivenessRequest {
  level: LivenessLevel;
  challenge: Challenge | null;
}

/** Whether a living person was before the camera, by all the photos on which a face was found, in order. */
export type JudgeLiveness = (
  request: LivenessRequest,
  seen: readonly Seen[],
) => { refusal: Refusal | null; signs: DecisionRecord['liveness'] };

/** The person of the gallery whose face is on a photo. */
export interface Identified {
  outcome: 'identified';
  employeeId: string;
  /** 0..1, the probability that it is them: confidence.ts. */
  confidence: number;
  /** The first encoder's, to the nearest template. */
  distance: number;
  /** The photo as it may be kept: upright, at most 1280 pixels a side, without metadata. */
  jpeg: Buffer;
}

/** Who, or why not; and in either case what it was decided by. */
export interface Identification {
  verdict: Identified | Refusal;
  record: DecisionRecord;
}

/** Photographs -> who. Throws the errors of engine-errors.ts. */
export type Identify = (submission: Submission) => Promise<Identification>;

/** Mistakes by which others were taken for this person. */
export type MistakesAbout = (employeeId: string) => Promise<readonly Mistake[]>;

/** A head turned further than this, in degrees, shows too little of a face to have a say in whose it is. */
const MAX_VOTING_YAW = 20;

/** Gallery and policy are read at each photo: who is added or removed, and what is promoted, counts from the next one on. */
export function createIdentify(dependencies: {
  engine: FaceEngine;
  gallery: Gallery;
  policy: { current(): Promise<Policy> };
  judgeLiveness: JudgeLiveness;
  mistakesAbout: MistakesAbout;
}): Identify {
  const { engine, gallery, judgeLiveness, mistakesAbout } = dependencies;

  return async ({ photo, frames, liveness }) => {
    // Read once: whatever is promoted meanwhile, this one is decided by this.
    const policy = await dependencies.policy.current();
    const options = { passive: liveness.level !== 'OFF' };
    const [main, ...others] = await Promise.all([photo, ...frames].map((shot) => look(engine, shot, options)));
    const record: DecisionRecord = {
      outcome: 'MATCHED',
      employeeId: null,
      runnerUpId: null,
      gallerySize: gallery.size,
      modelId: engine.modelId,
      modelVersion: policy.modelVersion,
      first: null,
      fused: null,
      heedsMistake: false,
      confidence: null,
      frames: 1 + frames.length,
      quality: null,
      livenessLevel: liveness.level,
      liveness: null,
    };
    const refused = (refusal: Refusal): Identification => ({
      verdict: refusal,
      record: { ...record, outcome: refusal.reason },
    });

    if (main!.outcome === 'refused') return refused(main!);
    record.quality = main!.face.quality;
    const wrong = whatIsWrong(main!.face.quality, 'kiosk');
    if (wrong) return refused(refuse('POOR_PHOTO', wrong));

    const seen = [main!, ...others.filter((other) => other.outcome === 'seen')];
    const { matched, ...compared } = await compare(main!, policy.match);
    Object.assign(record, compared);
    const { refusal, signs } = judgeLiveness(liveness, seen);
    record.liveness = signs;
    if (refusal) return refused(refusal);
    if (matched.outcome === 'refused') return refused(matched);
    if (policy.head && speaksAgainst(policy.head, main!.face.template, matched.employeeId))
      return refused(ambiguousFace());
    if (await isOutvoted(matched.employeeId, seen.slice(1))) return refused(ambiguousFace());

    record.confidence = confidenceOf(matched, policy.confidence, gallery.people);
    const { employeeId } = matched;
    const { confidence } = record;
    const distance = compared.first.distance!;
    const jpeg = await toStoredJpeg(main!.pixels);
    return { verdict: { outcome: 'identified', employeeId, confidence, distance, jpeg }, record };
  };

  /**
   * The first encoder decides where it is sure either way; else both do, over the few who are nearest. Both are also asked
   * about somebody for whom another person was taken before, and nothing that could be the same mistake is a match.
   */
  async function compare(
    { face, pixels }: Seen,
    match: MatchPolicy,
  ): Promise<{
    matched: Matched | Refusal;
    employeeId: string | null;
    runnerUpId: string | null;
    first: Comparison;
    fused: Comparison | null;
    heedsMistake: boolean;
  }> {
    const nearest = await gallery.nearest(face.template, match.candidates);
    const decided = decideFirst(nearest, match);
    const isSure = decided !== 'doubt' && decided.outcome === 'matched';
    const wanted = { threshold: isSure ? match.first.sure : match.first.threshold, margin: match.first.margin };
    const first = { ...peopleOf(nearest), first: comparison(engine.modelId, nearest, wanted) };
    const heedsMistake = isSure && (await mistakesAbout(decided.employeeId)).length > 0;
    if (decided !== 'doubt' && !heedsMistake) return { matched: decided, ...first, fused: null, heedsMistake };

    const second = await engine.describeAgain(pixels, face.landmarks);
    const { weight } = match.fused;
    const ids = nearest.map(({ employeeId }) => employeeId);
    const again = await gallery.fuse(ids, face.template, second, weight);
    const modelId = `${engine.modelId}+${engine.secondModelId}`;
    const fused = comparison(modelId, again, match.fused);
    const compared = { ...first, ...(again.length > 0 && peopleOf(again)), fused };
    const matched = decideFused(again, match);
    if (matched.outcome === 'refused') {
      // The first encoder had no doubt: it is the mistake that makes one.
      return { matched: heedsMistake ? ambiguousFace() : matched, ...compared, heedsMistake };
    }
    const mistakes = await mistakesAbout(matched.employeeId);
    const measures = [
      { modelId: engine.modelId, people: nearest, margin: match.first.margin, weight: 0 },
      { modelId, people: again, margin: match.fused.margin, weight },
    ];
    const probe = { template: face.template, second };
    const isDoubtful = await repeatsMistake(matched.employeeId, mistakes, measures, probe, gallery);
    return { matched: isDoubtful ? ambiguousFace() : matched, ...compared, heedsMistake: mistakes.length > 0 };
  }

  /** Whether most of the further photos show somebody else. */
  async function isOutvoted(employeeId: string, further: readonly Seen[]): Promise<boolean> {
    const voters = further.filter(({ face }) => Math.abs(face.quality.yaw) <= MAX_VOTING_YAW);
    const votes = await Promise.all(voters.map(({ face }) => gallery.nearest(face.template, 1)));
    return votes.filter(([nearest]) => nearest?.employeeId !== employeeId).length * 2 > votes.length;
  }
}

const peopleOf = ([nearest, runnerUp]: readonly Candidate[]) => ({
  employeeId: nearest?.employeeId ?? null,
  runnerUpId: runnerUp?.employeeId ?? null,
});

function comparison(
  modelId: string,
  [nearest, runnerUp]: readonly Candidate[],
  { threshold, margin }: { threshold: number; margin: number },
): Comparison {
  return {
    modelId,
    distance: nearest?.distance ?? null,
    runnerUpDistance: runnerUp?.distance ?? null,
    threshold,
    margin,
  };
}
