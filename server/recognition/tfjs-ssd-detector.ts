import * as faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';
import type { Box, PixelImage } from './face-engine.js';
import { readModelFiles } from './model-files.js';

const MAX_DETECTIONS = 50;

const net = faceapi.nets.ssdMobilenetv1;

/** Throws, naming the file, when one is missing or not the pinned one. */
export async function loadSsd(): Promise<void> {
  const { manifest, weights } = await readModelFiles('ssd_mobilenetv1_model');
  const specs = (manifest as faceapi.tf.io.WeightsManifestConfig).flatMap((group) => group.weights);
  net.loadFromWeightMap(faceapi.tf.io.decodeWeights(weights, specs));
}

export function disposeSsd(): void {
  if (net.isLoaded) net.dispose();
}

/** SSD MobileNet v1: twenty times BlazeFace's time, for what that misses. Boxes in pixels of the image. */
export async function detectBySsd(image: PixelImage, minScore: number): Promise<{ box: Box; score: number }[]> {
  const options = new faceapi.SsdMobilenetv1Options({ minConfidence: minScore, maxResults: MAX_DETECTIONS });
  const pixels = faceapi.tf.tensor3d(image.data, [image.height, image.width, 3], 'int32');
  try {
    const found = await net.locateFaces(pixels, options);
    return found.map(({ box: { x, y, width, height }, score }) => ({ box: { x, y, width, height }, score }));
  } finally {
    pixels.dispose();
  }
}
