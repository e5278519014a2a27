import type { ModelFigures } from '../models/model-card.js';

/** What the gate goes by. */
export interface Comparison {
  samples: number;
  /** That validation set aside. */
  setAside: number;
  candidate: ModelFigures;
  production: ModelFigures;
  /** Wanted chance, 0..1, that a stranger is taken for somebody. */
  targetFpir: number;
}

/** More than this share of samples with something wrong says that whoever made them should look first. */
const MOST_SET_ASIDE = 0.05;
/** By so much a rate may be worse: less than one photo in a hundred is within what another split would give. */
const TOLERANCE = 0.01;
/** Whatever production does, a version that does not know so many of its people is no use. */
const MOST_NOT_RECOGNISED = 0.1;
/** Fewer photos say nothing about rates of some percent. */
const LEAST_PROBES = 20;

/** Whether a candidate may take the place of production, and why not, in whole sentences. */
export function passGate(comparison: Comparison): { passed: boolean; reasons: string[] } {
  const { samples, setAside, candidate, production, targetFpir } = comparison;
  const reasons: string[] = [];
  const refuse = (isSo: boolean, words: string): void => void (isSo && reasons.push(words));
  const { mated, strangers } = candidate.probes;
  refuse(
    setAside > samples * MOST_SET_ASIDE,
    `${setAside} of ${samples} samples were set aside, more than ${percent(MOST_SET_ASIDE)}: look at them first.`,
  );
  refuse(
    Math.min(mated, strangers) < LEAST_PROBES,
    `${mated} photos of enrolled people and ${strangers} of others are too few to judge by (${LEAST_PROBES} of each).`,
  );
  const [lost, lostBefore] = [candidate.fnir ?? 1, production.fnir ?? 0];
  refuse(
    lost > MOST_NOT_RECOGNISED,
    `It does not recognise ${percent(lost)} of enrolled people's photos, more than ${percent(MOST_NOT_RECOGNISED)}.`,
  );
  refuse(
    lost > lostBefore + TOLERANCE,
    `It does not recognise ${percent(lost)} of enrolled people's photos, production ${percent(lostBefore)}.`,
  );
  const [letIn, letInBefore] = [candidate.fpir ?? 1, production.fpir ?? 0];
  refuse(
    letIn > Math.max(letInBefore, targetFpir) + TOLERANCE,
    `It takes ${percent(letIn)} of strangers for somebody, production ${percent(letInBefore)}.`,
  );
  const [mistaken, mistakenBefore] = [candidate.misidentified ?? 1, production.misidentified ?? 0];
  refuse(
    mistaken > mistakenBefore,
    `It takes ${percent(mistaken)} of enrolled people for somebody else, production ${percent(mistakenBefore)}.`,
  );
  return { passed: reasons.length === 0, reasons };
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
