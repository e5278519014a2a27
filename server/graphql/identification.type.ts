import { registerEnumType } from 'type-graphql';
import { identifications } from '../identification.js';
import { enumOf } from './enum-of.js';

export const IdentificationEnum = enumOf(identifications);
registerEnumType(IdentificationEnum, {
  name: 'Identification',
  description:
    'What a kiosk takes for somebody. FACE_ONLY: a face. FACE_OR_PIN: a face, number and PIN, or a badge. FACE_OR_BADGE_AND_PIN: a face, or a badge with the PIN. FACE_AND_PIN: a face with the PIN, or a badge with it.',
});
