import type { PixelImage, Point } from './face-engine.js';
import { fitView, meanOf, renderView, type View } from './image-view.js';

/** The encoder's input, in pixels. */
export const CHIP_SIZE = 150;

/**
 * Where eyes, nose tip and mouth lie in the square faces that the encoder was trained on: dlib's mean face shape
 * (get_face_chip_details, 150 pixels, padding 0.25), the mean of its points for either eye and for the mouth.
 */
const REFERENCE: readonly Point[] = [
  { x: 47.549, y: 46.599 },
  { x: 100.476, y: 46.599 },
  { x: 74.013, y: 76.563 },
  { x: 74.013, y: 105.422 },
];

/**
 * Cuts the face out upright and to the encoder's scale, 150x150. `landmarks` are the 68 points of the iBUG layout in
 * pixels of `image`. Beyond the image its border pixels go on, as tight crops would have a black edge otherwise.
 */
export function cutFaceChip(image: PixelImage, landmarks: readonly Point[]): PixelImage {
  return renderView(image, faceView(landmarks, CHIP_SIZE), CHIP_SIZE);
}

/**
 * The upright view of a face, `size` pixels a side. `zoom` 1 shows what the chip shows; less than 1 shows more around it,
 * about the middle of the chip.
 */
export function faceView(landmarks: readonly Point[], size: number, zoom = 1): View {
  const scale = (zoom * size) / CHIP_SIZE;
  const middle = (CHIP_SIZE - 1) / 2;
  const inView = REFERENCE.map(({ x, y }) => ({
    x: (x - middle) * scale + (size - 1) / 2,
    y: (y - middle) * scale + (size - 1) / 2,
  }));
  return fitView(inView, anchorsOf(landmarks));
}

/** The middles of the two eyes (as in the picture, left first), the tip of the nose and the middle of the mouth. */
function anchorsOf(landmarks: readonly Point[]): Point[] {
  return [
    meanOf(landmarks.slice(36, 42)),
    meanOf(landmarks.slice(42, 48)),
    meanOf(landmarks.slice(30, 31)),
    meanOf(landmarks.slice(48, 68)),
  ];
}
