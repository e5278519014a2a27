import type { RefusalReason } from '../gql/graphql';

const TRY_AGAIN = 'Then press “Try again”.';

/**
 * For each expected "no": what it is called on the screen, and the next step on it. The server's own words stand between
 * the two, and already say how to stand or whom to ask.
 */
export const REFUSAL_ADVICE: Record<RefusalReason, { title: string; advice: string }> = {
  NO_FACE: { title: 'We could not see a face', advice: TRY_AGAIN },
  SEVERAL_FACES: { title: 'More than one face', advice: TRY_AGAIN },
  POOR_PHOTO: { title: 'The picture is not clear enough', advice: TRY_AGAIN },
  UNKNOWN_FACE: {
    title: 'We do not recognise you',
    advice: 'A hat or sunglasses? Take them off and press “Try again”.',
  },
  AMBIGUOUS_FACE: { title: 'We are not quite sure', advice: 'If it happens again, please tell your manager.' },
  SUSPECTED_SPOOF: {
    title: 'That did not look like a live face',
    advice: 'Stand before the camera yourself, without glare or a screen behind you. ' + TRY_AGAIN,
  },
  LIVENESS_NEEDED: {
    title: 'We could not see the movement',
    advice: 'Press “Try again”, and turn your head slowly when you are asked to.',
  },
  ALREADY_CHECKED_IN: {
    title: 'You are already checked in',
    advice: 'Nothing more to do. To go home, choose “Leave”.',
  },
  NOT_CHECKED_IN: { title: 'You are not checked in', advice: 'To start work, choose “Attend”.' },
  IMPLAUSIBLE_TIME: { title: 'The time cannot be right', advice: 'Please ask your manager to add it.' },
  ALREADY_ENROLLED: { title: 'You are already enrolled', advice: 'Go on and check in.' },
  INACTIVE_EMPLOYEE: { title: 'Your entry is not active', advice: 'Please speak to your manager.' },
  PIN_REQUIRED: { title: 'Enter your PIN', advice: 'Press “Try again” to enter it.' },
  PIN_MISSING: { title: 'You need a PIN here', advice: 'Your manager can give you one in a minute.' },
  WRONG_PIN: { title: 'That PIN is not right', advice: 'Press “Try again” to enter it once more.' },
  UNKNOWN_BADGE: { title: 'We do not know this badge', advice: 'Your manager can give you a new one.' },
  NOT_ACCEPTED_HERE: { title: 'That does not do here', advice: 'Press “Try again” to go on in another way.' },
  OTHER_SITE: { title: 'This kiosk is for another site', advice: 'If you work here today, please tell your manager.' },
  PIN_LOCKED: { title: 'Too many wrong PINs', advice: 'Your manager can help you at once.' },
  CONSENT_REQUIRED: { title: 'We need your agreement first', advice: 'Read the notice and agree to it.' },
};
