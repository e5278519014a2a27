import type { LivenessLevel } from '../gql/graphql';

/** What a kiosk may ask for besides a face: what it costs, and what it is good for. */
export const LIVENESS_CHOICES: { value: LivenessLevel; label: string; text: string }[] = [
  {
    value: 'OFF',
    label: 'No check',
    text: 'The fastest. A picture of a colleague held up to the camera may pass: for a door that somebody watches.',
  },
  {
    value: 'PASSIVE',
    label: 'Watch for pictures',
    text: 'Takes three pictures within a third of a second and looks for signs of paper or a screen. In simulations it stopped some pictures and let others pass.',
  },
  {
    value: 'CHALLENGE',
    label: 'Ask for a head turn',
    text: 'Takes about six seconds. In simulations it stopped printed photos and pictures on a screen, but not a video that happens to show the turns asked for; masks were not tried. Not for people who cannot turn their head.',
  },
];

export const LIVENESS_NAME: Record<LivenessLevel, string> = {
  OFF: 'No check',
  PASSIVE: 'Watches for pictures',
  CHALLENGE: 'Asks for a head turn',
};
