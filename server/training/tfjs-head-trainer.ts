import * as tf from '@tensorflow/tfjs';
import { probabilitiesOf, type ClassifierHead } from '../recognition/classifier-head.js';
import { seededRandom, shuffled } from '../recognition/evaluation/random.js';
import { isToStop } from './early-stopping.rules.js';
import { HEAD_TRAINING, type HeadCurve, type HeadRequest, type LabelledTemplate, type TrainedHead } from './head.js';

/** Trains a head; the same request gives the same head on the same backend. */
export async function trainHead(request: HeadRequest): Promise<TrainedHead> {
  const { classes, training, stopping, seed } = request;
  const model = buildHead(training[0]!.template.length, classes.length, seed);
  const stop = tensorsOf(stopping, classes);
  const random = seededRandom(seed);
  const curves: HeadCurve[] = [];
  let best: { loss: number; weights: Float32Array[] } | null = null;
  while (
    curves.length < HEAD_TRAINING.epochs &&
    !isToStop(
      curves.map(({ stopLoss }) => stopLoss),
      HEAD_TRAINING,
    )
  ) {
    const learnt = await trainEpoch(model, shuffled(training, random), classes);
    const [stopLoss, stopAccuracy] = await numbersOf(model.evaluate(stop.templates, stop.labels) as tf.Scalar[]);
    curves.push({ ...learnt, stopLoss: stopLoss!, stopAccuracy: stopAccuracy! });
    if (!best || stopLoss! < best.loss) best = { loss: stopLoss!, weights: await weightsOf(model) };
  }
  tf.dispose([stop.templates, stop.labels]);
  model.dispose();
  const head = headOf(classes, best!.weights);
  return { head: { ...head, bound: boundOf(head, stopping) }, curves };
}

function buildHead(inputs: number, classes: number, seed: number): tf.Sequential {
  const start = (layer: number) => tf.initializers.glorotUniform({ seed: seed * 10 + layer });
  const { dense } = tf.layers;
  const model = tf.sequential({
    layers: [
      dense({ inputShape: [inputs], units: HEAD_TRAINING.units, activation: 'relu', kernelInitializer: start(1) }),
      dense({ units: classes, activation: 'softmax', kernelInitializer: start(2) }),
    ],
  });
  model.compile({
    optimizer: tf.train.adam(HEAD_TRAINING.learningRate),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}

async function trainEpoch(
  model: tf.Sequential,
  samples: readonly LabelledTemplate[],
  classes: readonly string[],
): Promise<Pick<HeadCurve, 'loss' | 'accuracy'>> {
  let [loss, right] = [0, 0];
  for (let from = 0; from < samples.length; from += HEAD_TRAINING.batchSize) {
    const batch = samples.slice(from, from + HEAD_TRAINING.batchSize);
    const { templates, labels } = tensorsOf(batch, classes);
    const [batchLoss, accuracy] = (await model.trainOnBatch(templates, labels)) as [number, number];
    tf.dispose([templates, labels]);
    loss += batchLoss * batch.length;
    right += accuracy * batch.length;
  }
  return { loss: loss / samples.length, accuracy: right / samples.length };
}

function tensorsOf(
  samples: readonly LabelledTemplate[],
  classes: readonly string[],
): { templates: tf.Tensor2D; labels: tf.Tensor2D } {
  const length = samples[0]!.template.length;
  const values = new Float32Array(samples.length * length);
  const labels = new Float32Array(samples.length * classes.length);
  samples.forEach(({ person, template }, index) => {
    values.set(template, index * length);
    labels[index * classes.length + classes.indexOf(person)] = 1;
  });
  return {
    templates: tf.tensor2d(values, [samples.length, length]),
    labels: tf.tensor2d(labels, [samples.length, classes.length]),
  };
}

async function numbersOf(scalars: tf.Scalar[]): Promise<number[]> {
  const values = await Promise.all(scalars.map(async (scalar) => (await scalar.data())[0]!));
  tf.dispose(scalars);
  return values;
}

const weightsOf = (model: tf.Sequential): Promise<Float32Array[]> =>
  Promise.all(model.getWeights().map(async (tensor) => Float32Array.from(await tensor.data())));

function headOf(classes: readonly string[], weights: readonly Float32Array[]): ClassifierHead {
  const [hidden, hiddenBias, output, outputBias] = weights as [Float32Array, Float32Array, Float32Array, Float32Array];
  return {
    classes,
    hidden: { weights: hidden, bias: hiddenBias },
    output: { weights: output, bias: outputBias },
    bound: 0,
  };
}

/** Nearly all samples that stopping went by reach it with their own person's probability. */
function boundOf(head: ClassifierHead, stopping: readonly LabelledTemplate[]): number {
  const own = stopping
    .map(({ person, template }) => probabilitiesOf(head, template)[head.classes.indexOf(person)]!)
    .sort((a, b) => a - b);
  return own[Math.floor(own.length * HEAD_TRAINING.refusedByBound)]!;
}
