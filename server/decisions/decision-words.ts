import type { Comparison } from '../recognition/decision-record.js';
import type { Decision } from './decision.service.js';

/** The decision in a few plain sentences, for a manager who is asked "why me?" or "why not me?". */
export function explain(decision: Decision): string {
  const { outcome, first, fused, heedsMistake, employee, runnerUp, confidence, gallerySize, livenessLevel } = decision;
  if (!first) return `${VERDICTS[outcome]} No comparison with enrolled faces was made.`;
  if (first.distance === null) {
    return `${VERDICTS[outcome]} ${gallerySize === 0 ? 'Nobody was enrolled yet.' : 'Its figures are no longer kept.'}`;
  }
  const nearest = employee?.name ?? 'somebody no longer here';
  const sentences = [
    heedsMistake && outcome === 'AMBIGUOUS_FACE' ? MISTAKEN : VERDICTS[outcome],
    `Compared with ${gallerySize} enrolled photos, ${nearest} was nearest: ${compare(first, runnerUp?.name)}.`,
  ];
  if (fused) sentences.push(`A second opinion was asked: ${compare(fused, runnerUp?.name)}.`);
  if (heedsMistake) {
    sentences.push(`Somebody else was taken for ${nearest} before: nothing as near to that as then is a match.`);
  }
  if (confidence !== null) sentences.push(`The match is right with a probability of ${percent(confidence)}.`);
  if (livenessLevel !== 'OFF') sentences.push(`A ${livenessLevel.toLowerCase()} check for a living person was made.`);
  return sentences.join(' ');
}

const MISTAKEN = 'Refused: it may be the same mistake as before.';
const VERDICTS: Record<Decision['outcome'], string> = {
  MATCHED: 'Recognised.',
  NO_FACE: 'Refused: no face was found.',
  SEVERAL_FACES: 'Refused: several faces, none clearly in front.',
  POOR_PHOTO: 'Refused: the photo was not good enough.',
  UNKNOWN_FACE: 'Refused: not near enough to anybody.',
  AMBIGUOUS_FACE: 'Refused: two people were nearly as near.',
  SUSPECTED_SPOOF: 'Refused: it may not have been a living person.',
  LIVENESS_NEEDED: 'Refused: the movement that was asked for did not come.',
  ALREADY_CHECKED_IN: 'Refused: checked in already.',
  NOT_CHECKED_IN: 'Refused: not checked in.',
  IMPLAUSIBLE_TIME: 'Refused: the time cannot be right.',
  ALREADY_ENROLLED: 'Refused: enrolled already.',
  INACTIVE_EMPLOYEE: 'Recognised, but not active.',
  CONSENT_REQUIRED: 'Refused: no consent.',
  PIN_REQUIRED: 'Recognised, but a PIN is needed besides the face.',
  PIN_MISSING: 'Recognised, but a PIN is needed besides the face, and none is set.',
  WRONG_PIN: 'Recognised, but the PIN was wrong.',
  PIN_LOCKED: 'Recognised, but the PIN was wrong too often.',
  UNKNOWN_BADGE: 'Refused: the badge was not known.',
  NOT_ACCEPTED_HERE: 'Refused: the kiosk does not go by that.',
  OTHER_SITE: 'Recognised, but the kiosk is for people of another site.',
};

function compare({ distance, runnerUpDistance, threshold, margin }: Comparison, runnerUp: string | undefined): string {
  const nearest = distance === null ? 'no distance' : `distance ${number(distance)}`;
  const next =
    runnerUpDistance === null
      ? 'nobody else to compare with'
      : `the next${runnerUp ? `, ${runnerUp},` : ''} at ${number(runnerUpDistance)}`;
  return `${nearest} where less than ${number(threshold)} is wanted, ${next} where ${number(margin)} more is wanted`;
}

const number = (value: number): string => value.toFixed(3);
/** Never "100 %": no match is certain. */
const percent = (share: number): string => `${(Math.min(share, 0.9999) * 100).toFixed(2)} %`;
