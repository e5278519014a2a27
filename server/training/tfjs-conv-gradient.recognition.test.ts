import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../recognition/evaluation/random.js';
import { startBackend } from '../recognition/tfjs-backend.js';
import { buildCnn } from './tfjs-cnn.js';
import { addFilterGradient } from './tfjs-conv-gradient.js';

beforeAll(async () => {
  if ((await startBackend()) === 'wasm') addFilterGradient();
});

it('the gradient of a filter is what its definition says', async () => {
  const [photos, side, inputs, outputs, kernel] = [3, 7, 2, 4, 3];
  const out = side - kernel + 1;
  const random = seededRandom(1);
  const draw = (length: number) => Float32Array.from({ length }, () => random() - 0.5);
  const [x, w, weightOfOutput] = [
    draw(photos * side * side * inputs),
    draw(kernel * kernel * inputs * outputs),
    draw(photos * out * out * outputs),
  ];
  const input = tf.tensor4d(x, [photos, side, side, inputs]);
  const dy = tf.tensor4d(weightOfOutput, [photos, out, out, outputs]);
  const before = tf.memory().numTensors;
  const gradient = tf.tidy(() =>
    tf.grad((filter) => tf.sum(tf.mul(tf.conv2d(input, filter as tf.Tensor4D, 1, 'valid'), dy)))(
      tf.tensor4d(w, [kernel, kernel, inputs, outputs]),
    ),
  );
  const given = await gradient.data();
  gradient.dispose();
  expect(tf.memory().numTensors).toBe(before);

  const expected = new Float64Array(given.length);
  for (let i = 0; i < kernel; i++)
    for (let j = 0; j < kernel; j++)
      for (let c = 0; c < inputs; c++)
        for (let k = 0; k < outputs; k++)
          for (let n = 0; n < photos; n++)
            for (let row = 0; row < out; row++)
              for (let col = 0; col < out; col++)
                expected[((i * kernel + j) * inputs + c) * outputs + k]! +=
                  x[((n * side + row + i) * side + col + j) * inputs + c]! *
                  weightOfOutput[((n * out + row) * out + col) * outputs + k]!;
  given.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 4));
  tf.dispose([input, dy]);
});

it('the network has the shape and the parameters of the old one', () => {
  const model = buildCnn(16, 1);
  expect(model.countParams()).toBe(5_978_928);
  expect(model.layers.map(({ outputShape }) => (outputShape as number[]).slice(1))).toEqual([
    [220, 220, 16],
    [110, 110, 16],
    [108, 108, 32],
    [54, 54, 32],
    [93_312],
    [64],
    [16],
  ]);
  model.dispose();
});
