import type { Policy } from '../recognition/policy-keeper.js';

/** Round numbers for tests: sure under 0.4, in doubt under 0.6, fused under 0.5. */
export const testPolicy: Policy = {
  modelVersion: 'test',
  match: {
    first: { sure: 0.4, threshold: 0.6, margin: 0.1 },
    fused: { threshold: 0.5, margin: 0.1, weight: 0.5 },
    candidates: 5,
  },
  confidence: { first: { intercept: 10, slope: 20 }, fused: { intercept: 10, slope: 20 } },
  head: null,
};
