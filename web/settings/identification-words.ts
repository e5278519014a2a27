import type { Identification } from '../gql/graphql';

/** What a kiosk takes for somebody: what it is good for, and what it costs. */
export const IDENTIFICATION_CHOICES: { value: Identification; label: string; text: string }[] = [
  {
    value: 'FACE_OR_PIN',
    label: 'Face, badge, or number and PIN',
    text: 'The easiest. A PIN or a badge can be lent to a colleague.',
  },
  {
    value: 'FACE_OR_BADGE_AND_PIN',
    label: 'Face, or badge with PIN',
    text: 'Whoever does not use their face needs two things. A PIN alone does not do.',
  },
  {
    value: 'FACE_AND_PIN',
    label: 'PIN with a face or with a badge',
    text: 'The strictest: always two things. While there is no connection, faces cannot be used.',
  },
  {
    value: 'FACE_ONLY',
    label: 'Face only',
    text: 'Leaves out whoever does not give their face: only where another kiosk is near that takes a badge or PIN.',
  },
];

export const IDENTIFICATION_NAME = Object.fromEntries(
  IDENTIFICATION_CHOICES.map(({ value, label }) => [value, label]),
) as Record<Identification, string>;
