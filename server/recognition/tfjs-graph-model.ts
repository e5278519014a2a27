import * as tf from '@tensorflow/tfjs';
import type { PixelImage } from './face-engine.js';
import { readModelFiles, type GraphModelName } from './model-files.js';
import { pictureTensor, type PictureRange } from './tfjs-picture-tensor.js';

/** How each model wants its square picture, and which of its answers is of use, by the name in its file. */
export const GRAPH_MODELS = {
  /** Whether it is a face. */
  facemesh: { size: 192, answer: 'Identity_1:0' },
  antispoof: { size: 128, answer: 'activation_4' },
  liveness: { size: 32, answer: 'activation_6' },
} as const satisfies Partial<Record<GraphModelName, { size: number; answer: string }>>;

/** 0..1. */
const RANGE: PictureRange = { scale: 1 / 255, offset: [0, 0, 0] };

/** A graph model whose every byte was checked. Throws, naming the file, when one is missing or not the pinned one. */
export async function loadGraphModel(model: GraphModelName): Promise<tf.GraphModel> {
  const { manifest, weights } = await readModelFiles(model);
  const { weightsManifest, ...topology } = manifest as tf.io.ModelJSON;
  const artifacts: tf.io.ModelArtifacts = {
    ...topology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: weights,
  };
  return tf.loadGraphModel(tf.io.fromMemory(artifacts));
}

/** A model's score of one picture, 0..1. */
export function scoreByGraphModel(model: tf.GraphModel, picture: PixelImage, answer: string): number {
  return tf.tidy(() => (model.execute(pictureTensor([picture], RANGE), answer) as tf.Tensor).dataSync()[0]!);
}
