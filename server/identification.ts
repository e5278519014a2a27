/**
 * What a kiosk takes for somebody. A face does wherever a PIN is not asked for besides; without one:
 * FACE_ONLY nothing; FACE_OR_PIN number and PIN, or a badge; FACE_OR_BADGE_AND_PIN a badge with the PIN; FACE_AND_PIN
 * the PIN with a face or with a badge.
 */
export const identifications = ['FACE_ONLY', 'FACE_OR_PIN', 'FACE_OR_BADGE_AND_PIN', 'FACE_AND_PIN'] as const;
export type Identification = (typeof identifications)[number];
