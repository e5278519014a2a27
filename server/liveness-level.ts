/** What is asked for besides a face: nothing, signs in the pictures themselves, or a movement on demand. */
export const livenessLevels = ['OFF', 'PASSIVE', 'CHALLENGE'] as const;
export type LivenessLevel = (typeof livenessLevels)[number];
