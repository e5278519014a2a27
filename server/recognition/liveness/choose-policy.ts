import { judgeChallenge, type ChallengePolicy } from './challenge.rules.js';
import { passiveSignsOf } from './judge-liveness.js';
import { judgePassive, type PassivePolicy, type PassiveSigns } from './passive.rules.js';
import type { Attempt } from './simulation/attempts.js';
import { species, type Species } from './simulation/sequences.js';

/** Share of genuine attempts that the passive check may refuse. */
const BPCER = 0.05;
/** Of the score, above the last genuine attempt that has to pass. */
const MARGIN = 0.02;
const ROUNDS = 3000;
const RATE = 0.3;
/** Keeps a weight finite whose sign parts all attempts. */
const PENALTY = 0.01;

/** What a policy is chosen on. The others look like one of these, or are the face comparison's to tell. */
export const CHOSEN_ON = species.filter(
  (kind) => kind !== 'recording, wrong turns' && kind !== 'print, then another head',
);

/** What decides of an attempt, without the pixels. */
export interface Learned {
  species: Species;
  passive: PassiveSigns[];
  /** How far the nose stood out where the turns were those that were asked for; null where they were not. */
  noseHeight: number | null;
}

export function learn({ species, steps, seen }: Attempt, policy: ChallengePolicy): Learned {
  const faces = seen.map(({ face }) => face);
  const { outcome, evidence } = judgeChallenge(steps, faces, { ...policy, noseHeight: 0 });
  return { species, passive: passiveSignsOf(seen), noseHeight: outcome === 'live' ? evidence.noseHeight : null };
}

/** Midway between the flattest head and the sheet whose nose seems to stand out most. Wants genuine tries. */
export function chooseNoseHeight(learned: readonly Learned[]): number {
  const heightsOf = (isWanted: (kind: Species) => boolean): number[] =>
    learned.flatMap(({ species, noseHeight }) => (isWanted(species) && noseHeight !== null ? [noseHeight] : []));
  const heads = heightsOf((kind) => kind === 'genuine');
  // What a screen shows of a head that turns is as deep as the head.
  const sheets = heightsOf((kind) => kind !== 'genuine' && kind !== 'recording, right turns');
  return (Math.min(...heads) + Math.max(0, ...sheets)) / 2;
}

/** Logistic regression, genuine attempts and attacks counting alike; then the threshold that refuses no more than BPCER. */
export function choosePassive(learned: readonly Learned[]): PassivePolicy {
  const rows = learned.flatMap(({ species, passive }) =>
    passive.map((signs) => ({ signs, attack: species !== 'genuine' })),
  );
  const names = Object.keys(rows[0]!.signs) as (keyof PassiveSigns)[];
  const scales = names.map((name) => {
    const values = rows.map(({ signs }) => signs[name]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return { mean, spread: spread || 1 };
  });
  const attacks = rows.filter(({ attack }) => attack).length;
  const shares = { attack: 0.5 / attacks, genuine: 0.5 / (rows.length - attacks) };
  const weights = names.map(() => 0);
  let offset = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((weight) => -PENALTY * weight);
    let offsetSlope = 0;
    for (const { signs, attack } of rows) {
      const inputs = names.map((name, index) => (signs[name] - scales[index]!.mean) / scales[index]!.spread);
      const sum = inputs.reduce((total, input, index) => total + input * weights[index]!, offset);
      const miss = (Number(attack) - 1 / (1 + Math.exp(-sum))) * (attack ? shares.attack : shares.genuine);
      inputs.forEach((input, index) => (slopes[index]! += miss * input));
      offsetSlope += miss;
    }
    slopes.forEach((slope, index) => (weights[index]! += RATE * slope));
    offset += RATE * offsetSlope;
  }
  const policy: PassivePolicy = {
    weights: Object.fromEntries(
      names.map((name, index) => [name, weights[index]! / scales[index]!.spread]),
    ) as PassivePolicy['weights'],
    threshold: 0,
  };
  const genuine = learned
    .filter(({ species, passive }) => species === 'genuine' && passive.length > 0)
    .map(({ passive }) => judgePassive(passive, policy).score)
    .sort((a, b) => b - a);
  return { ...policy, threshold: genuine[Math.floor(BPCER * genuine.length)]! + MARGIN };
}
