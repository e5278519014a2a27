import * as tf from '@tensorflow/tfjs';
import type { PixelImage } from './face-engine.js';

/** A channel's 0..255 goes into a net as `value * scale + offset`; offsets of red, green and blue. */
export interface PictureRange {
  scale: number;
  offset: readonly [number, number, number];
}

/** Pictures of one size as a net wants them: [pictures, height, width, 3]. */
export function pictureTensor(pictures: readonly PixelImage[], { scale, offset }: PictureRange): tf.Tensor4D {
  const [red, green, blue] = offset;
  const { width, height } = pictures[0]!;
  const length = width * height * 3;
  const values = new Float32Array(pictures.length * length);
  pictures.forEach(({ data }, index) => {
    for (let from = 0, to = index * length; from < length; from += 3, to += 3) {
      values[to] = data[from]! * scale + red;
      values[to + 1] = data[from + 1]! * scale + green;
      values[to + 2] = data[from + 2]! * scale + blue;
    }
  });
  return tf.tensor4d(values, [pictures.length, height, width, 3]);
}

const MEAN = [122.782, 117.001, 104.298] as const;
/** Of the nets in the face-api package: from the mean of their training (FaceRecognitionNet.ts there), in parts of 255. */
export const FACE_API_RANGE: PictureRange = {
  scale: 1 / 255,
  offset: [-MEAN[0] / 255, -MEAN[1] / 255, -MEAN[2] / 255],
};
