import type { Guidance } from './challenge-plan';

/** What is shown and read out for each part of the movement. Left and right are the person's own. */
export const GUIDANCE_WORDS: Record<Guidance, string> = {
  STRAIGHT: 'Look at the camera',
  LEFT: 'Turn your head slowly to your left',
  RIGHT: 'Turn your head slowly to your right',
  BACK: '… and back to the camera',
};
