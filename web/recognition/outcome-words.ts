import type { DecisionOutcome } from '../gql/graphql';

/** What came of a look at a photo, as short as a table wants it. */
export const OUTCOME_WORDS: Record<DecisionOutcome, string> = {
  MATCHED: 'Recognised',
  UNKNOWN_FACE: 'Not near enough to anybody',
  AMBIGUOUS_FACE: 'Two people nearly as near',
  NO_FACE: 'No face found',
  SEVERAL_FACES: 'Several faces',
  POOR_PHOTO: 'Photo not good enough',
  SUSPECTED_SPOOF: 'Perhaps not a living person',
  LIVENESS_NEEDED: 'Movement did not come',
  INACTIVE_EMPLOYEE: 'Recognised, but not active',
  ALREADY_ENROLLED: 'Enrolled already',
  ALREADY_CHECKED_IN: 'Checked in already',
  NOT_CHECKED_IN: 'Not checked in',
  IMPLAUSIBLE_TIME: 'Time cannot be right',
  CONSENT_REQUIRED: 'No consent',
  PIN_REQUIRED: 'PIN needed',
  PIN_MISSING: 'PIN needed, none set',
  WRONG_PIN: 'Wrong PIN',
  UNKNOWN_BADGE: 'Badge not known',
  NOT_ACCEPTED_HERE: 'Not accepted at this kiosk',
  OTHER_SITE: 'Kiosk of another site',
  PIN_LOCKED: 'Too many wrong PINs',
};

/** Those that a decision about a face can come to; the others are refusals from after it. */
const DECIDED: DecisionOutcome[] = [
  'MATCHED',
  'UNKNOWN_FACE',
  'AMBIGUOUS_FACE',
  'NO_FACE',
  'SEVERAL_FACES',
  'POOR_PHOTO',
  'SUSPECTED_SPOOF',
  'LIVENESS_NEEDED',
  'INACTIVE_EMPLOYEE',
];

export const OUTCOME_CHOICES = DECIDED.map((value) => ({ value, title: OUTCOME_WORDS[value] }));
