import * as tf from '@tensorflow/tfjs';
import type { PixelImage } from './face-engine.js';
import { convolve, disposeWeights, loadWeights, numbersOf, type Convolution } from './tfjs-net-layers.js';
import { pictureTensor, type PictureRange } from './tfjs-picture-tensor.js';

interface Block {
  within: Convolution;
  halves: boolean;
  across: Convolution;
}
interface Weights {
  entry: Convolution;
  blocks: Block[];
}

/** The second encoder's input, in pixels a side. */
export const SECOND_CHIP_SIZE = 224;
/** 0..255 as they are (`enhance` in the human package's faceres.ts). */
const RANGE: PictureRange = { scale: 1, offset: [0, 0, 0] };
const BLOCKS = 13;
/** Blocks that halve the picture, counted from 1 as in the file. */
const HALVING = [2, 4, 6, 12];

/**
 * `faceres` of the human package as far as its features: a MobileNet. Its file cuts each answer off at 0 and at 6 in three
 * steps, which take half of its time; here the convolution before them does it.
 */
export class SecondEncoder {
  private constructor(private readonly weights: Weights) {}

  static async load(): Promise<SecondEncoder> {
    return new SecondEncoder(await loadWeights('faceres', foldedWeights));
  }

  /** SECOND_TEMPLATE_LENGTH numbers of any length for each of some pictures of SECOND_CHIP_SIZE. */
  describe(pictures: readonly PixelImage[]): Float32Array[] {
    const { entry, blocks } = this.weights;
    return numbersOf(() => {
      const entered = convolve(pictureTensor(pictures, RANGE), entry, { strides: 2, activation: 'relu6' });
      return tf.unstack(blocks.reduce(throughBlock, entered).mean([1, 2]));
    });
  }

  dispose(): void {
    disposeWeights(this.weights);
  }
}

function throughBlock(x: tf.Tensor4D, { within, halves, across }: Block): tf.Tensor4D {
  const strides = halves ? 2 : 1;
  const seen = tf.fused.depthwiseConv2d({ x, ...within, strides, pad: 'same', activation: 'relu6' });
  return convolve(seen, across, { activation: 'relu6' });
}

function foldedWeights(weights: tf.NamedTensorMap): Weights {
  const bias = (layer: string): tf.Tensor1D => weights[`${layer}_bn/batchnorm_1/sub`] as tf.Tensor1D;
  const across = (layer: string): Convolution => ({
    filter: weights[`${layer}/convolution/merged_input`] as tf.Tensor4D,
    bias: bias(layer),
  });
  const within = (layer: string): Convolution => {
    // One filter a channel: [height, width, channels, 1].
    const scale = weights[`${layer}_bn/batchnorm_1/mul`]!.reshape([1, 1, -1, 1]);
    return { filter: tf.mul(weights[`${layer}/depthwise_kernel`]!, scale), bias: bias(layer) };
  };
  return {
    entry: across('conv1'),
    blocks: Array.from({ length: BLOCKS }, (_, index) => ({
      within: within(`conv_dw_${index + 1}`),
      halves: HALVING.includes(index + 1),
      across: across(`conv_pw_${index + 1}`),
    })),
  };
}
