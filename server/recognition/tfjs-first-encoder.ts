import * as tf from '@tensorflow/tfjs';
import type { PixelImage } from './face-engine.js';
import { convolve, disposeWeights, loadWeights, numbersOf, rectifiedSum, type Convolution } from './tfjs-net-layers.js';
import { FACE_API_RANGE, pictureTensor } from './tfjs-picture-tensor.js';

interface Block {
  one: Convolution;
  other: Convolution;
  halves: boolean;
}
interface Weights {
  entry: Convolution;
  blocks: Block[];
  exit: tf.Tensor2D;
}

/** In their order; those that halve the picture say `down`. */
const BLOCKS = [
  ...['conv32_1', 'conv32_2', 'conv32_3'],
  ...['conv64_down', 'conv64_1', 'conv64_2', 'conv64_3'],
  ...['conv128_down', 'conv128_1', 'conv128_2'],
  ...['conv256_down', 'conv256_1', 'conv256_2', 'conv256_down_out'],
];

/**
 * dlib's residual net with the weights in the face-api package (FaceRecognitionNet.ts there). A scale and a shift follow each
 * of its convolutions: here they are part of the weights, which saves a quarter of the time.
 */
export class FirstEncoder {
  private constructor(private readonly weights: Weights) {}

  static async load(): Promise<FirstEncoder> {
    return new FirstEncoder(await loadWeights('face_recognition_model', foldedWeights));
  }

  /** TEMPLATE_LENGTH numbers for a chip of CHIP_SIZE. */
  describe(chip: PixelImage): Float32Array {
    const { entry, blocks, exit } = this.weights;
    const [template] = numbersOf(() => {
      const entered = convolve(pictureTensor([chip], FACE_API_RANGE), entry, HALVING);
      const seen = blocks.reduce(throughBlock, tf.maxPool(entered, 3, 2, 'valid'));
      return [tf.matMul(seen.mean<tf.Tensor2D>([1, 2]), exit)];
    });
    return template!;
  }

  dispose(): void {
    disposeWeights(this.weights);
  }
}

const HALVING = { strides: 2, pad: 'valid', activation: 'relu' } as const;

/** What two convolutions make of the picture, added to it. */
function throughBlock(picture: tf.Tensor4D, { one, other, halves }: Block): tf.Tensor4D {
  const answer = convolve(convolve(picture, one, halves ? HALVING : { activation: 'relu' }), other);
  return rectifiedSum(answer, halves ? tf.avgPool(picture, 2, 2, 'valid') : picture);
}

function foldedWeights(weights: tf.NamedTensorMap): Weights {
  const folded = (layer: string): Convolution => {
    const [scale, shift] = [weights[`${layer}/scale/weights`]!, weights[`${layer}/scale/biases`]!];
    return {
      filter: tf.mul(weights[`${layer}/conv/filters`]!, scale),
      bias: tf.add(tf.mul(weights[`${layer}/conv/bias`]!, scale), shift),
    };
  };
  return {
    entry: folded('conv32_down'),
    blocks: BLOCKS.map((block) => ({
      one: folded(`${block}/conv1`),
      other: folded(`${block}/conv2`),
      halves: block.includes('down'),
    })),
    exit: weights['fc'] as tf.Tensor2D,
  };
}
