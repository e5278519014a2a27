import type { ChallengePolicy } from './challenge.rules.js';
import type { PassivePolicy } from './passive.rules.js';

/** Chosen on simulated heads of half of the people, as `npm run evaluate:liveness -- --choose` does: docs/evaluation.md. */
export const SHIPPED_CHALLENGE_POLICY: ChallengePolicy = {
  noseShift: 0.045,
  perTurn: 0.2,
  middle: 0.04,
  flatNarrowing: 0.1,
  samePerson: 0.52,
  ahead: 20,
};

/** The same. */
export const SHIPPED_PASSIVE_POLICY: PassivePolicy = {
  weights: { antispoof: -2.47, liveness: 0.914, moire: 2.03, edges: 0.0692, glare: 8.27 },
  threshold: 5.28,
};
