import type { LivenessLevel, RefusalReason } from '../gql/graphql';
import type { AttendMode } from './attend-mode';
import type { Guidance } from './challenge-plan';

const LOOK = 'Look at the camera and press the button, or Space.';
const TRY_AGAIN = 'Then press “Try again”.';

/** What a kiosk says, in English: the pattern for the other languages. */
export const ENGLISH = {
  bar: {
    title: 'Check in and out',
    noNetwork: 'No network',
    kept: (count: number) => `${count} saved, will be sent`,
  },
  controls: {
    label: 'Check in or out',
    question: 'What would you like to do?',
    choices: { automatic: 'Automatic', attend: 'Attend', leave: 'Leave' } satisfies Record<AttendMode, string>,
    press: {
      automatic: 'Check in or out',
      attend: 'Check in',
      leave: 'Check out',
    } satisfies Record<AttendMode, string>,
    hints: {
      OFF: LOOK,
      PASSIVE: `${LOOK} Hold still for a moment.`,
      CHALLENGE: `${LOOK} You will be asked to turn your head.`,
    } satisfies Record<LivenessLevel, string>,
    next: 'Next person',
    again: 'Try again',
    noFiles: 'A picture from a file does not do here: this kiosk asks for a movement, which only its camera can see.',
    number: 'Use number and PIN',
    badgesByCamera: 'Badges: scan yours, or hold its code before the camera.',
    badges: 'Badges: scan yours.',
    file: 'Use a picture from a file',
    enrol: 'New here? Enrol',
  },
  /** What is shown and read out for each part of the movement. Left and right are the person's own. */
  guidance: {
    STRAIGHT: 'Look at the camera',
    LEFT: 'Turn your head slowly to your left',
    RIGHT: 'Turn your head slowly to your right',
    BACK: '… and back to the camera',
  } satisfies Record<Guidance, string>,
  progress: 'Progress',
  cancel: 'Cancel',
  sending: {
    first: 'One moment…',
    again: 'Trying again…',
    busy: 'Busy. One moment…',
    offline: 'No connection',
    attempt: (attempt: number, most: number) => `Try ${attempt} of ${most}.`,
    waits: (seconds: number) => `Your picture is kept and sent again in ${seconds} s.`,
    now: 'Try now',
  },
  outcome: {
    welcome: (name: string) => `Welcome, ${name}`,
    goodbye: (name: string) => `Goodbye, ${name}`,
    checkedIn: (time: string) => `Checked in at ${time}`,
    checkedOut: (time: string) => `Checked out at ${time}`,
    worked: (hours: string) => `${hours} worked`,
    kept: 'Saved, will be sent',
    keptAt: (time: string) => `There is no connection. Your time, ${time}, is kept on this device.`,
    keptNext: 'It counts once it is sent. If something is wrong with it, your manager will be told.',
    failed: 'Not recorded',
    failedOffline: 'Not recorded: no connection',
    failedNext: 'Please try again. If it does not help, tell your manager.',
  },
  /**
   * For each expected "no": what it is called on the screen, and the next step on it. The server's own words stand between
   * the two, and already say how to stand or whom to ask.
   */
  refusals: {
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
    OTHER_SITE: {
      title: 'This kiosk is for another site',
      advice: 'If you work here today, please tell your manager.',
    },
    PIN_LOCKED: { title: 'Too many wrong PINs', advice: 'Your manager can help you at once.' },
    CONSENT_REQUIRED: { title: 'We need your agreement first', advice: 'Read the notice and agree to it.' },
  } satisfies Record<RefusalReason, { title: string; advice: string }>,
  pads: {
    number: 'Your number',
    numberText: 'Enter your employee number. Or scan your badge.',
    pin: 'Your PIN',
    pinText: (number: number) => `For number ${number}.`,
    typed: (count: number, most: number) => `${count} of ${most} digits`,
    back: 'Take the last digit back',
    enter: 'Enter',
  },
  pairing: {
    title: 'Make this device a kiosk',
    withdrawn: 'This kiosk has been switched off',
    deleted: 'What was kept on this device is deleted.',
    where: 'An administrator makes a kiosk on the dashboard, under Kiosks, and reads its code to you.',
    code: 'Code of the kiosk',
    refused: (message: string) => message,
    connect: 'Connect',
    signIn: 'Sign in instead, to try it',
  },
  trial: {
    label: 'Trial',
    text: 'Trying as administrator',
    back: 'Back to the board',
    make: 'Make this device a kiosk',
  },
  closed: {
    title: 'Only administrators can try the kiosk',
    text: 'You are signed in with an account that watches attendance. To make this device a kiosk, sign out and enter a code.',
  },
  enrolled: (name: string) => `Welcome, ${name}. You are enrolled.`,
};

export type KioskWords = typeof ENGLISH;
