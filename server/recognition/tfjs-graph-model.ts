import * as tf from '@tensorflow/tfjs';
import type { PixelImage } from './face-engine.js';
import { readModelFiles, type GraphModelName } from './model-files.js';

/** How each model wants its square picture, and which of its answers are of use, by the names in its file. */
export const GRAPH_MODELS = {
  // -1..1; for either grid of anchors its logits, then its boxes and points.
  blazeface: {
    size: 256,
    scale: 1 / 127.5,
    offset: -1,
    outputs: ['Identity:0', 'Identity_1:0', 'Identity_2:0', 'Identity_3:0'],
  },
  // 0..1; whether it is a face.
  facemesh: { size: 192, scale: 1 / 255, offset: 0, outputs: ['Identity_1:0'] },
  // 0..255 (enhance in the human package's faceres.ts).
  faceres: { size: 224, scale: 1, offset: 0, outputs: ['global_pooling/Mean'] },
  // 0..1.
  antispoof: { size: 128, scale: 1 / 255, offset: 0, outputs: ['activation_4'] },
  liveness: { size: 32, scale: 1 / 255, offset: 0, outputs: ['activation_6'] },
} satisfies Record<GraphModelName, GraphModelUse>;

interface GraphModelUse {
  /** Pixels a side. */
  size: number;
  /** A channel's 0..255 goes in as `value * scale + offset`. */
  scale: number;
  offset: number;
  outputs: string[];
}

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

/** The answers of a model to one picture, in the order of `outputs`. */
export async function runGraphModel(
  model: tf.GraphModel,
  image: PixelImage,
  { scale, offset, outputs }: GraphModelUse,
): Promise<Float32Array[]> {
  const answers = tf.tidy(() => {
    const values = new Float32Array(image.data.length);
    for (let index = 0; index < values.length; index++) values[index] = image.data[index]! * scale + offset;
    const answer = model.execute(tf.tensor4d(values, [1, image.height, image.width, 3]), outputs);
    return Array.isArray(answer) ? answer : [answer];
  });
  try {
    return await Promise.all(answers.map(async (answer) => Float32Array.from(await answer.data())));
  } finally {
    tf.dispose(answers);
  }
}
