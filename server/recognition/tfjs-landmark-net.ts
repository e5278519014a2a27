import * as tf from '@tensorflow/tfjs';
import type { PixelImage, Point } from './face-engine.js';
import {
  convolve,
  convolveSeparably,
  disposeWeights,
  loadWeights,
  numbersOf,
  type Convolution,
  type Separable,
} from './tfjs-net-layers.js';
import { FACE_API_RANGE, pictureTensor } from './tfjs-picture-tensor.js';

interface Block {
  halving: Convolution | Separable;
  others: Separable[];
}
interface Weights {
  blocks: Block[];
  exit: tf.Tensor2D;
  exitBias: tf.Tensor1D;
}

/** The net for 68 points with the weights in the face-api package (faceFeatureExtractor/ there). */
export class LandmarkNet {
  private constructor(private readonly weights: Weights) {}

  static async load(): Promise<LandmarkNet> {
    return new LandmarkNet(await loadWeights('face_landmark_68_model', namedWeights));
  }

  /** The 68 points of the face that a picture of LANDMARK_SIZE shows, in pixels of the picture. */
  find(picture: PixelImage): Point[] {
    const { blocks, exit, exitBias } = this.weights;
    const [parts] = numbersOf(() => {
      const seen = blocks.reduce(throughBlock, pictureTensor([picture], FACE_API_RANGE));
      const features = tf.avgPool(seen, 7, 2, 'valid').reshape<tf.Tensor2D>([1, -1]);
      return [tf.add(tf.matMul(features, exit), exitBias)];
    });
    return Array.from({ length: parts!.length / 2 }, (_, index) => ({
      x: parts![index * 2]! * picture.width,
      y: parts![index * 2 + 1]! * picture.height,
    }));
  }

  dispose(): void {
    disposeWeights(this.weights);
  }
}

/** Halves the picture; each further layer sees the sum of what those before it gave. */
function throughBlock(picture: tf.Tensor4D, { halving, others }: Block): tf.Tensor4D {
  const options = { strides: 2, activation: 'relu' } as const;
  const halved =
    'depthwise' in halving ? convolveSeparably(picture, halving, options) : convolve(picture, halving, options);
  return tf.relu(others.reduce((sum, layer) => tf.add(sum, convolveSeparably(tf.relu(sum), layer)), halved));
}

function namedWeights(weights: tf.NamedTensorMap): Weights {
  const convolution = (layer: string, filter: string): Convolution => ({
    filter: weights[`${layer}/${filter}`] as tf.Tensor4D,
    bias: weights[`${layer}/bias`] as tf.Tensor1D,
  });
  const separable = (layer: string): Separable => ({
    depthwise: weights[`${layer}/depthwise_filter`] as tf.Tensor4D,
    across: convolution(layer, 'pointwise_filter'),
  });
  return {
    blocks: [0, 1, 2, 3].map((block) => ({
      halving: block === 0 ? convolution('dense0/conv0', 'filters') : separable(`dense${block}/conv0`),
      others: [1, 2, 3].map((layer) => separable(`dense${block}/conv${layer}`)),
    })),
    exit: weights['fc/weights'] as tf.Tensor2D,
    exitBias: weights['fc/bias'] as tf.Tensor1D,
  };
}
