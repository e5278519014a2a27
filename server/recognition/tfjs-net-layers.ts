import * as tf from '@tensorflow/tfjs';
import { readModelFiles, type ModelName } from './model-files.js';

/** A convolution and what is added to its answer. The backend does both and the activation after them in one step. */
export interface Convolution {
  filter: tf.Tensor4D;
  bias: tf.Tensor1D;
}

/** A filter for each channel by itself, then a convolution across them. */
export interface Separable {
  depthwise: tf.Tensor4D;
  across: Convolution;
}

/**
 * The tensors that `choose` makes of a model's weights, which go by their names in its file; all others are let go. Throws,
 * naming the file, when one is missing or not the pinned one.
 */
export async function loadWeights<T extends object>(
  model: ModelName,
  choose: (weights: tf.NamedTensorMap) => T,
): Promise<T> {
  const { manifest, weights } = await readModelFiles(model);
  const groups = Array.isArray(manifest) ? manifest : (manifest as tf.io.ModelJSON).weightsManifest;
  const specs = (groups as tf.io.WeightsManifestConfig).flatMap((group) => group.weights);
  return tf.tidy(() => choose(tf.io.decodeWeights(weights, specs)) as tf.TensorContainer) as T;
}

/**
 * The numbers of the tensors that `work` gives; all that it made are let go. Numbers that are handed out of tf.tidy itself
 * are gone through one by one for tensors, which takes milliseconds a photo.
 */
export function numbersOf(work: () => tf.Tensor[]): Float32Array[] {
  const answers = tf.tidy(work);
  try {
    return answers.map((answer) => answer.dataSync<'float32'>());
  } finally {
    tf.dispose(answers);
  }
}

/** Lets go of what loadWeights gave. */
export function disposeWeights(weights: object): void {
  tf.dispose(weights as tf.TensorContainer);
}

export function convolve(
  x: tf.Tensor4D,
  { filter, bias }: Convolution,
  {
    strides = 1,
    pad = 'same',
    activation = 'linear',
  }: { strides?: number; pad?: 'same' | 'valid'; activation?: 'linear' | 'relu' | 'relu6' } = {},
): tf.Tensor4D {
  return tf.fused.conv2d({ x, filter, bias, strides, pad, activation });
}

export function convolveSeparably(
  x: tf.Tensor4D,
  { depthwise, across }: Separable,
  { strides = 1, activation = 'linear' }: { strides?: number; activation?: 'linear' | 'relu' } = {},
): tf.Tensor4D {
  return convolve(tf.depthwiseConv2d(x, depthwise, strides, 'same'), across, { activation });
}

/** The sum, cut off at zero, of two answers; the smaller one counts as zero where it has nothing. */
export function rectifiedSum(one: tf.Tensor4D, other: tf.Tensor4D): tf.Tensor4D {
  const size = one.shape.map((length, axis) => Math.max(length, other.shape[axis]!));
  return tf.relu(tf.add(filledUp(one, size), filledUp(other, size)));
}

function filledUp(answer: tf.Tensor4D, size: readonly number[]): tf.Tensor4D {
  const missing = answer.shape.map((length, axis): [number, number] => [0, size[axis]! - length]);
  return missing.every(([, after]) => after === 0) ? answer : tf.pad(answer, missing);
}
