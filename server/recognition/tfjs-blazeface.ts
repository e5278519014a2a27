import * as tf from '@tensorflow/tfjs';
import { decodeBlazeFace, type BlazeFaceDetection } from './blazeface-boxes.js';
import type { PixelImage } from './face-engine.js';
import {
  convolve,
  convolveSeparably,
  disposeWeights,
  loadWeights,
  numbersOf,
  rectifiedSum,
  type Convolution,
  type Separable,
} from './tfjs-net-layers.js';
import { pictureTensor, type PictureRange } from './tfjs-picture-tensor.js';

interface Block {
  layer: Separable;
  halves: boolean;
}
/** Of one grid of anchors. */
interface Heads {
  logits: Convolution;
  values: Convolution;
}
interface Weights {
  entry: Convolution;
  blocks: Block[];
  fine: Heads;
  coarser: Separable;
  coarse: Heads;
}

/** -1..1. */
const RANGE: PictureRange = { scale: 1 / 127.5, offset: [-1, -1, -1] };
const BLOCKS = 31;
/** Blocks that halve the picture, counted from 0. */
const HALVING = [7, 15, 23];

/**
 * BlazeFace with the weights in the human package. Its file fixes a picture of 256x256; convolutions take any of which both sides
 * are multiples of 32, and two thirds of the pixels take two thirds of the time.
 */
export class BlazeFace {
  private constructor(private readonly weights: Weights) {}

  static async load(): Promise<BlazeFace> {
    return new BlazeFace(await loadWeights('blazeface', namedWeights));
  }

  detect(picture: PixelImage, minScore: number): BlazeFaceDetection[] {
    const { entry, blocks, fine, coarser, coarse } = this.weights;
    const [logits, values, coarseLogits, coarseValues] = numbersOf(() => {
      const entered = convolve(pictureTensor([picture], RANGE), entry, { strides: 2, activation: 'relu' });
      const seen = blocks.reduce(throughBlock, entered);
      const seenCoarser = convolveSeparably(seen, coarser, { strides: 2, activation: 'relu' });
      return [...answerOf(fine, seen), ...answerOf(coarse, seenCoarser)];
    }) as [Float32Array, Float32Array, Float32Array, Float32Array];
    const grids = [
      { logits, values },
      { logits: coarseLogits, values: coarseValues },
    ];
    return decodeBlazeFace(grids, picture, minScore);
  }

  dispose(): void {
    disposeWeights(this.weights);
  }
}

function throughBlock(picture: tf.Tensor4D, { layer, halves }: Block): tf.Tensor4D {
  const answer = convolveSeparably(picture, layer, { strides: halves ? 2 : 1 });
  return rectifiedSum(answer, halves ? tf.maxPool(picture, 2, 2, 'same') : picture);
}

const answerOf = ({ logits, values }: Heads, seen: tf.Tensor4D): tf.Tensor[] => [
  convolve(seen, logits),
  convolve(seen, values),
];

/** Its file gives the weights numbers in place of names: each layer's depthwise filter, two on the filter across, then its bias. */
function namedWeights(weights: tf.NamedTensorMap): Weights {
  const convolution = (number: number): Convolution => ({
    filter: weights[`unknown_${number}`] as tf.Tensor4D,
    bias: weights[`unknown_${number + 1}`] as tf.Tensor1D,
  });
  const separable = (number: number): Separable => ({
    depthwise: weights[`unknown_${number}`] as tf.Tensor4D,
    across: convolution(number + 2),
  });
  return {
    entry: { filter: weights['unknown'] as tf.Tensor4D, bias: weights['unknown_0'] as tf.Tensor1D },
    blocks: Array.from({ length: BLOCKS }, (_, index) => ({
      layer: separable(1 + index * 4),
      halves: HALVING.includes(index),
    })),
    coarser: separable(125),
    fine: { logits: convolution(135), values: convolution(131) },
    coarse: { logits: convolution(133), values: convolution(129) },
  };
}
