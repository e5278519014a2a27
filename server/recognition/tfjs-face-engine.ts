import * as tf from '@tensorflow/tfjs';
import * as faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';
import { cutFaceChip } from './face-chip.js';
import type { Box, DetectedFace, FaceEngine, PixelImage } from './face-engine.js';
import { MODEL_ID, readModelFiles, shippedModelFolder, type ModelName } from './model-files.js';
import { startBackend } from './tfjs-backend.js';

/** Faces under this score are taken only when there is no better one: a shoulder or a fold reaches 0.4 at times. */
const SURE_SCORE = 0.5;
const MIN_SCORE = 0.3;
/** No face is this much wider than high; shoulders are. */
const MAX_ASPECT = 2;
/** Grey that is put around a photo for a second look, as a part of its longer side: SSD misses faces that fill the photo. */
const SECOND_LOOK_PADDING = 0.25;
const GREY = 128;
/** Of a crowd the largest few are described: whether one stands in front is seen from the two largest. */
const MAX_FACES = 6;
const MAX_DETECTIONS = 50;

/**
 * SSD MobileNet v1 -> 68 landmarks -> upright 150x150 chip -> 128 numbers. It computes in the thread that it is in, for
 * a third of a second a photo; a server holds a WorkerFaceEngine, which keeps this in a thread of its own.
 */
export class TfjsFaceEngine implements FaceEngine {
  readonly modelId = MODEL_ID;

  private constructor(readonly backend: FaceEngine['backend']) {}

  /** Loads and warms up. Throws when there is no fast backend, or a model file is missing or not the pinned one. */
  static async load(modelFolder = shippedModelFolder()): Promise<TfjsFaceEngine> {
    const engine = new TfjsFaceEngine(await startBackend());
    await Promise.all([
      loadNet(faceapi.nets.ssdMobilenetv1, 'ssd_mobilenetv1_model', modelFolder),
      loadNet(faceapi.nets.faceLandmark68Net, 'face_landmark_68_model', modelFolder),
      loadNet(faceapi.nets.faceRecognitionNet, 'face_recognition_model', modelFolder),
    ]);
    await warmUp();
    return engine;
  }

  /** Tensors alive in this thread: the weights, between two photos. */
  get tensorCount(): number {
    return tf.memory().numTensors;
  }

  async analyze(image: PixelImage): Promise<DetectedFace[]> {
    const pixels = tensorOf(image);
    try {
      const faces: DetectedFace[] = [];
      for (const { box, score } of await detect(pixels)) {
        const landmarks = await landmarksIn(pixels, box);
        if (!landmarks) continue;
        const template = await describe(cutFaceChip(image, landmarks));
        faces.push({ box, detectionScore: score, template });
      }
      return faces;
    } finally {
      pixels.dispose();
    }
  }

  async stop(): Promise<void> {
    for (const net of [faceapi.nets.ssdMobilenetv1, faceapi.nets.faceLandmark68Net, faceapi.nets.faceRecognitionNet]) {
      if (net.isLoaded) net.dispose();
    }
  }
}

const tensorOf = ({ data, width, height }: PixelImage): faceapi.tf.Tensor3D =>
  faceapi.tf.tensor3d(data, [height, width, 3], 'int32');

async function loadNet(net: faceapi.NeuralNetwork<unknown>, model: ModelName, folder: string): Promise<void> {
  const { manifest, weights } = await readModelFiles(model, folder);
  const groups = manifest as faceapi.tf.io.WeightsManifestConfig;
  net.loadFromWeightMap(
    faceapi.tf.io.decodeWeights(
      weights,
      groups.flatMap((group) => group.weights),
    ),
  );
}

/** The first run of each net compiles its kernels: half a second that no employee should wait for. */
async function warmUp(): Promise<void> {
  const blank = (side: number): PixelImage => ({ data: new Uint8Array(side * side * 3), width: side, height: side });
  const image = tensorOf(blank(512));
  try {
    await faceapi.nets.ssdMobilenetv1.locateFaces(image);
    await faceapi.nets.faceLandmark68Net.detectLandmarks(image);
    await describe(blank(150));
  } finally {
    image.dispose();
  }
}

interface Detection {
  box: Box;
  score: number;
}

/** The largest faces first. Where no sure one is found, the photo is looked at again with grey around it. */
async function detect(pixels: faceapi.tf.Tensor3D): Promise<Detection[]> {
  const isSure = ({ score }: Detection): boolean => score >= SURE_SCORE;
  let detections = await runDetector(pixels);
  if (!detections.some(isSure)) {
    const again = await detectPadded(pixels);
    if (again.length > 0) detections = again;
  }
  const sure = detections.filter(isSure);
  const considered = sure.length > 0 ? sure : detections;
  return considered.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height).slice(0, MAX_FACES);
}

async function detectPadded(pixels: faceapi.tf.Tensor3D): Promise<Detection[]> {
  const [height, width] = pixels.shape;
  const border = Math.round(Math.max(height, width) * SECOND_LOOK_PADDING);
  const sides: [number, number][] = [
    [border, border],
    [border, border],
    [0, 0],
  ];
  const padded = faceapi.tf.pad(pixels, sides, GREY);
  try {
    const detections = await runDetector(padded);
    return detections.map(({ box, score }) => ({ box: { ...box, x: box.x - border, y: box.y - border }, score }));
  } finally {
    padded.dispose();
  }
}

async function runDetector(pixels: faceapi.tf.Tensor3D): Promise<Detection[]> {
  const options = new faceapi.SsdMobilenetv1Options({ minConfidence: MIN_SCORE, maxResults: MAX_DETECTIONS });
  const found = await faceapi.nets.ssdMobilenetv1.locateFaces(pixels, options);
  return found
    .map(({ box: { x, y, width, height }, score }) => ({ box: { x, y, width, height }, score }))
    .filter(({ box }) => box.width <= box.height * MAX_ASPECT);
}

/** In pixels of the whole image; null for a box without a pixel inside it. */
async function landmarksIn(pixels: faceapi.tf.Tensor3D, box: Box): Promise<faceapi.Point[] | null> {
  const [height, width] = pixels.shape;
  const inside = new faceapi.Rect(box.x, box.y, box.width, box.height).clipAtImageBorders(width, height).floor();
  if (inside.width < 1 || inside.height < 1) return null;
  const crop = faceapi.tf.slice3d(pixels, [inside.y, inside.x, 0], [inside.height, inside.width, 3]);
  try {
    const landmarks = await faceapi.nets.faceLandmark68Net.detectLandmarks(crop);
    if (Array.isArray(landmarks)) throw new Error('one face led to several sets of landmarks');
    return landmarks.shiftBy(inside.x, inside.y).positions;
  } finally {
    crop.dispose();
  }
}

async function describe(chip: PixelImage): Promise<Float32Array> {
  const input = tensorOf(chip);
  try {
    const template = await faceapi.nets.faceRecognitionNet.computeFaceDescriptor(input);
    if (Array.isArray(template)) throw new Error('one face led to several templates');
    return template;
  } finally {
    input.dispose();
  }
}
