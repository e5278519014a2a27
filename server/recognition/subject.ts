import type { Box, DetectedFace } from './face-engine.js';
import { refuse, type Refusal } from '../refusal.js';

/** Below this many pixels across, the landmarks are too coarse for a template that can be trusted. */
export const MIN_FACE_PIXELS = 40;

/** Somebody clearly in front has at least this many times the area of the next face: twice the size, half as far away. */
export const FOREGROUND_AREA_RATIO = 4;

export interface Subject {
  outcome: 'subject';
  face: DetectedFace;
}

/** Which face of a photo it is about: the only one, or the one that clearly stands in front. */
export function chooseSubject(faces: readonly DetectedFace[]): Subject | Refusal {
  const [face, next] = [...faces].sort((a, b) => areaOf(b.box) - areaOf(a.box));
  if (!face) {
    return refuse(
      'NO_FACE',
      'No face was found. Look straight at the camera, in good light, with your face uncovered.',
    );
  }
  if (next && areaOf(face.box) < FOREGROUND_AREA_RATIO * areaOf(next.box)) {
    return refuse(
      'SEVERAL_FACES',
      'There are several faces in the picture. Step in front of the camera one at a time.',
    );
  }
  if (Math.min(face.box.width, face.box.height) < MIN_FACE_PIXELS) {
    return refuse('POOR_PHOTO', 'Your face is too small in the picture. Move closer to the camera.');
  }
  return { outcome: 'subject', face };
}

const areaOf = ({ width, height }: Box): number => width * height;
