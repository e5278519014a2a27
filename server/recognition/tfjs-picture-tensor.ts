import * as tf from '@tensorflow/tfjs';
import type { PixelImage } from './face-engine.js';

/** A channel's 0..255 goes into a net as `value * scale + offset`; offsets of red, green and blue. */
export interface PictureRange {
  scale: number;
  offset: readonly [number, number, number];
}

/** A picture as a net wants it, a batch of one: [1, height, width, 3]. */
export function pictureTensor({ data, width, height }: PixelImage, { scale, offset }: PictureRange): tf.Tensor4D {
  const [red, green, blue] = offset;
  const values = new Float32Array(data.length);
  for (let at = 0; at < values.length; at += 3) {
    values[at] = data[at]! * scale + red;
    values[at + 1] = data[at + 1]! * scale + green;
    values[at + 2] = data[at + 2]! * scale + blue;
  }
  return tf.tensor4d(values, [1, height, width, 3]);
}

const MEAN = [122.782, 117.001, 104.298] as const;
/** Of the nets in the face-api package: from the mean of their training (FaceRecognitionNet.ts there), in parts of 255. */
export const FACE_API_RANGE: PictureRange = {
  scale: 1 / 255,
  offset: [-MEAN[0] / 255, -MEAN[1] / 255, -MEAN[2] / 255],
};
