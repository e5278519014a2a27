import * as faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';
import type { Box, PixelImage, Point } from './face-engine.js';
import { readModelFiles, type NetName } from './model-files.js';

const MAX_DETECTIONS = 50;

const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = faceapi.nets;

/** Throws, naming the file, when one is missing or not the pinned one. */
export async function loadFaceApiNets(): Promise<void> {
  await Promise.all([
    loadNet(ssdMobilenetv1, 'ssd_mobilenetv1_model'),
    loadNet(faceLandmark68Net, 'face_landmark_68_model'),
    loadNet(faceRecognitionNet, 'face_recognition_model'),
  ]);
}

export function disposeFaceApiNets(): void {
  for (const net of [ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet]) if (net.isLoaded) net.dispose();
}

/** SSD MobileNet v1: ten times BlazeFace's time, for what that misses. Boxes in pixels of the image. */
export function detectBySsd(image: PixelImage, minScore: number): Promise<{ box: Box; score: number }[]> {
  const options = new faceapi.SsdMobilenetv1Options({ minConfidence: minScore, maxResults: MAX_DETECTIONS });
  return withTensor(image, async (pixels) =>
    (await ssdMobilenetv1.locateFaces(pixels, options)).map(({ box: { x, y, width, height }, score }) => ({
      box: { x, y, width, height },
      score,
    })),
  );
}

/** The 68 points of the face that a square picture shows, in pixels of the picture. */
export function findLandmarks(picture: PixelImage): Promise<Point[]> {
  return withTensor(picture, async (pixels) => {
    const landmarks = await faceLandmark68Net.detectLandmarks(pixels);
    if (Array.isArray(landmarks)) throw new Error('one face led to several sets of landmarks');
    return landmarks.positions.map(({ x, y }) => ({ x, y }));
  });
}

/** TEMPLATE_LENGTH numbers for a chip of CHIP_SIZE. */
export function describeChip(chip: PixelImage): Promise<Float32Array> {
  return withTensor(chip, async (pixels) => {
    const template = await faceRecognitionNet.computeFaceDescriptor(pixels);
    if (Array.isArray(template)) throw new Error('one face led to several templates');
    return template;
  });
}

async function loadNet(net: faceapi.NeuralNetwork<unknown>, model: NetName): Promise<void> {
  const { manifest, weights } = await readModelFiles(model);
  const groups = manifest as faceapi.tf.io.WeightsManifestConfig;
  net.loadFromWeightMap(
    faceapi.tf.io.decodeWeights(
      weights,
      groups.flatMap((group) => group.weights),
    ),
  );
}

async function withTensor<T>(
  { data, width, height }: PixelImage,
  use: (pixels: faceapi.tf.Tensor3D) => Promise<T>,
): Promise<T> {
  const pixels = faceapi.tf.tensor3d(data, [height, width, 3], 'int32');
  try {
    return await use(pixels);
  } finally {
    pixels.dispose();
  }
}
