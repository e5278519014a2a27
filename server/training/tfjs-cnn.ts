import * as tf from '@tensorflow/tfjs';
import { CNN_SIDE, CNN_TRAINING, cnnParameters } from './cnn.js';

/** The network of cnn.ts, untrained; the same seed gives the same weights. */
export function buildCnn(classes: number, seed: number): tf.Sequential {
  // Glorot's uniform distribution is what Keras begins with.
  const start = (layer: number) => tf.initializers.glorotUniform({ seed: seed * 10 + layer });
  const { conv2d, maxPooling2d, flatten, dense } = tf.layers;
  const inputShape = [CNN_SIDE, CNN_SIDE, 3];
  const model = tf.sequential({
    layers: [
      conv2d({ inputShape, filters: 16, kernelSize: 5, activation: 'relu', kernelInitializer: start(1) }),
      maxPooling2d({ poolSize: 2 }),
      conv2d({ filters: 32, kernelSize: 3, activation: 'relu', kernelInitializer: start(2) }),
      maxPooling2d({ poolSize: 2 }),
      flatten(),
      dense({ units: 64, activation: 'relu', kernelInitializer: start(3) }),
      dense({ units: classes, activation: 'softmax', kernelInitializer: start(4) }),
    ],
  });
  if (model.countParams() !== cnnParameters(classes)) throw new Error('this is not the network of the old application');
  model.compile({
    optimizer: tf.train.adam(CNN_TRAINING.learningRate),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}
