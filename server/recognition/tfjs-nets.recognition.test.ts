import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import * as faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBlazeFace, type BlazeFaceDetection } from './blazeface-boxes.js';
import type { PixelImage } from './face-engine.js';
import { mirrored } from './image-view.js';
import { readModelFiles } from './model-files.js';
import { startBackend } from './tfjs-backend.js';
import { BlazeFace } from './tfjs-blazeface.js';
import { FirstEncoder } from './tfjs-first-encoder.js';
import { loadGraphModel } from './tfjs-graph-model.js';
import { LandmarkNet } from './tfjs-landmark-net.js';
import { SecondEncoder } from './tfjs-second-encoder.js';

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));

/** A face of a sample photograph, and how it is found again in it. */
async function face(side: number): Promise<PixelImage> {
  const photo = sharp(await readFile(path.join(PACKAGE, 'demo', 'sample6.jpg')));
  const { width, height } = await photo.metadata();
  const region = { left: 0.32 * width, top: 0.2 * height, width: 0.16 * width, height: 0.16 * width };
  const [left, top, across, down] = Object.values(region).map(Math.round) as [number, number, number, number];
  const data = await photo
    .extract({ left, top, width: across, height: down })
    .resize(side, side)
    .removeAlpha()
    .raw()
    .toBuffer();
  return { data, width: side, height: side };
}

/** As the package itself runs its net. */
async function asThePackage<T>(
  net: faceapi.NeuralNetwork<unknown>,
  model: 'face_recognition_model' | 'face_landmark_68_model',
  picture: PixelImage,
  run: (pixels: faceapi.tf.Tensor3D) => Promise<T>,
): Promise<T> {
  const { manifest, weights } = await readModelFiles(model);
  const specs = (manifest as faceapi.tf.io.WeightsManifestConfig).flatMap((group) => group.weights);
  net.loadFromWeightMap(faceapi.tf.io.decodeWeights(weights, specs));
  const pixels = faceapi.tf.tensor3d(picture.data, [picture.height, picture.width, 3], 'int32');
  try {
    return await run(pixels);
  } finally {
    pixels.dispose();
    net.dispose();
  }
}

const largestDifference = (one: ArrayLike<number>, other: ArrayLike<number>): number =>
  Math.max(...Array.from(one, (value, index) => Math.abs(value - other[index]!)));

describe('the nets on fused steps', { timeout: 60_000 }, () => {
  beforeAll(() => startBackend());

  it('describe a face by the numbers of face-api', async () => {
    const chip = await face(150);
    const net = faceapi.nets.faceRecognitionNet;
    const theirs = await asThePackage(net, 'face_recognition_model', chip, (pixels) =>
      net.computeFaceDescriptor(pixels),
    );
    const ours = (await FirstEncoder.load()).describe(chip);
    expect(ours).toHaveLength(128);
    expect(largestDifference(ours, theirs as Float32Array)).toBeLessThan(1e-5);
  });

  it('find the landmarks of face-api, to a thousandth of a pixel', async () => {
    const picture = await face(112);
    const net = faceapi.nets.faceLandmark68Net;
    const theirs = await asThePackage(net, 'face_landmark_68_model', picture, async (pixels) => {
      const found = await net.detectLandmarks(pixels);
      return (found as faceapi.FaceLandmarks68).positions.flatMap(({ x, y }) => [x, y]);
    });
    const ours = (await LandmarkNet.load()).find(picture).flatMap(({ x, y }) => [x, y]);
    expect(ours).toHaveLength(136);
    expect(largestDifference(ours, theirs)).toBeLessThan(1e-3);
  });

  it('describe a face a second time by the numbers of the human package', async () => {
    const picture = await face(224);
    const model = await loadGraphModel('faceres');
    const input = tf.tensor4d(Float32Array.from(picture.data), [1, 224, 224, 3]);
    const theirs = (model.execute(input, 'global_pooling/Mean') as tf.Tensor).dataSync();
    const encoder = await SecondEncoder.load();
    const [ours] = encoder.describe([picture]);
    expect(ours!).toHaveLength(1024);
    expect(largestDifference(ours!, theirs)).toBeLessThan(1e-4);
    // Several at once are several by themselves.
    const other = mirrored(picture);
    expect(encoder.describe([other, picture])).toEqual([...encoder.describe([other]), ours]);
  });

  it('find the faces that the file of BlazeFace finds', async () => {
    const picture = await face(256);
    const model = await loadGraphModel('blazeface');
    const input = tf.tensor4d(
      Float32Array.from(picture.data, (value) => value / 127.5 - 1),
      [1, 256, 256, 3],
    );
    const outputs = ['Identity:0', 'Identity_1:0', 'Identity_2:0', 'Identity_3:0'];
    const [fineLogits, coarseLogits, fineValues, coarseValues] = (model.execute(input, outputs) as tf.Tensor[]).map(
      (answer) => answer.dataSync() as Float32Array,
    ) as [Float32Array, Float32Array, Float32Array, Float32Array];
    const grids = [
      { logits: fineLogits, values: fineValues },
      { logits: coarseLogits, values: coarseValues },
    ];
    const [theirs] = decodeBlazeFace(grids, picture, 0.5);
    const [ours, ...others] = (await BlazeFace.load()).detect(picture, 0.5);
    expect(others).toEqual([]);
    expect(ours!.score).toBeGreaterThan(0.8);
    expect(ours!.score).toBeCloseTo(theirs!.score, 4);
    const numbers = ({ box: { x, y, width, height }, eyes }: BlazeFaceDetection) => [
      ...[x, y, width, height],
      ...eyes.flatMap((eye) => [eye.x, eye.y]),
    ];
    expect(largestDifference(numbers(ours!), numbers(theirs!))).toBeLessThan(0.01);
  });
});
