import { setImmediate } from 'node:timers/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import type { DatasetPhoto } from '../recognition/evaluation/dataset.js';
import { seededRandom, shuffled } from '../recognition/evaluation/random.js';
import { augment, drawAugmentation } from './augment.js';
import { CNN_SIDE, CNN_TRAINING, type Epoch } from './cnn.js';
import { isToStop } from './early-stopping.rules.js';
import { readTensors, writeTensors, type KeptTensor } from './tensor-file.js';
import { buildCnn } from './tfjs-cnn.js';
import { saveTfjsModel } from './tfjs-model-files.js';
import { pixelsForCnn, type TrainingPlan } from './training-photos.js';

/** What a training goes by; another one of these in a checkpoint is another training. */
export interface TrainingRequest extends Pick<TrainingPlan, 'classes' | 'training' | 'validation'> {
  seed: number;
  epochs: number;
  folder: string;
}

export interface TrainingProgress {
  epoch: number;
  /** Photos of this epoch that were learnt from, of all of them. */
  done: number;
  total: number;
  epochs: readonly Epoch[];
}

export interface TrainingOutcome {
  epochs: Epoch[];
  stoppedEarly: boolean;
  /** False when it was stopped by hand: it goes on from the last whole epoch. */
  finished: boolean;
}

const CHECKPOINT = 'checkpoint.bin';
const PHOTO_NUMBERS = CNN_SIDE * CNN_SIDE * 3;

/** Trains a network, from the last whole epoch on where there is a checkpoint in the folder, and saves it there. */
export class CnnTrainer {
  private readonly model: tf.Sequential;
  private epochs: Epoch[] = [];

  constructor(
    private readonly request: TrainingRequest,
    private readonly onProgress: (progress: TrainingProgress) => void,
    private readonly signal: AbortSignal,
  ) {
    this.model = buildCnn(request.classes.length, request.seed);
  }

  async train(): Promise<TrainingOutcome> {
    const { request, signal } = this;
    await this.resume();
    let isStopped = this.isStopped();
    while (this.epochs.length < request.epochs && !isStopped) {
      const epoch = await this.trainEpoch(this.epochs.length);
      if (signal.aborted || !epoch) return { epochs: this.epochs, stoppedEarly: false, finished: false };
      this.epochs.push(epoch);
      await this.keep();
      isStopped = this.isStopped();
    }
    await saveTfjsModel(this.model, request.folder);
    return { epochs: this.epochs, stoppedEarly: isStopped, finished: true };
  }

  private isStopped(): boolean {
    return isToStop(
      this.epochs.map(({ validationLoss }) => validationLoss),
      CNN_TRAINING,
    );
  }

  /** Null when it is to stop in the midst of it. */
  private async trainEpoch(number: number): Promise<Epoch | null> {
    const { training, seed } = this.request;
    const random = seededRandom(seed * 1_000 + number + 1);
    const order = shuffled(training, random);
    const started = performance.now();
    let [loss, right, done] = [0, 0, 0];
    for (let from = 0; from < order.length; from += CNN_TRAINING.batchSize) {
      // Lets a message that asks to stop in.
      await setImmediate();
      if (this.signal.aborted) return null;
      const photos = order.slice(from, from + CNN_TRAINING.batchSize);
      const batch = await this.batchOf(photos, (pixels, target) =>
        augment(pixels, CNN_SIDE, drawAugmentation(random), target),
      );
      const [batchLoss, accuracy] = (await this.model.trainOnBatch(batch.photos, batch.labels)) as [number, number];
      tf.dispose([batch.photos, batch.labels]);
      loss += batchLoss * photos.length;
      right += accuracy * photos.length;
      done += photos.length;
      this.onProgress({ epoch: number, done, total: order.length, epochs: this.epochs });
    }
    const validation = await this.validate();
    return {
      loss: loss / done,
      accuracy: right / done,
      ...validation,
      seconds: (performance.now() - started) / 1000,
    };
  }

  private async validate(): Promise<Pick<Epoch, 'validationLoss' | 'validationAccuracy'>> {
    const { validation } = this.request;
    let [loss, right] = [0, 0];
    for (let from = 0; from < validation.length; from += CNN_TRAINING.batchSize) {
      const photos = validation.slice(from, from + CNN_TRAINING.batchSize);
      const batch = await this.batchOf(photos, toUnit);
      const [batchLoss, accuracy] = this.model.evaluate(batch.photos, batch.labels) as [tf.Scalar, tf.Scalar];
      loss += (await batchLoss.data())[0]! * photos.length;
      right += (await accuracy.data())[0]! * photos.length;
      tf.dispose([batch.photos, batch.labels, batchLoss, accuracy]);
    }
    return { validationLoss: loss / validation.length, validationAccuracy: right / validation.length };
  }

  private async batchOf(
    photos: readonly DatasetPhoto[],
    prepare: (pixels: Uint8Array, target: Float32Array) => void,
  ): Promise<{ photos: tf.Tensor4D; labels: tf.Tensor2D }> {
    const values = new Float32Array(photos.length * PHOTO_NUMBERS);
    const pixels = await Promise.all(photos.map(({ file }) => pixelsForCnn(file)));
    pixels.forEach((each, index) => prepare(each, values.subarray(index * PHOTO_NUMBERS, (index + 1) * PHOTO_NUMBERS)));
    const { classes } = this.request;
    const labels = new Float32Array(photos.length * classes.length);
    photos.forEach(({ person }, index) => (labels[index * classes.length + classes.indexOf(person)] = 1));
    return {
      photos: tf.tensor4d(values, [photos.length, CNN_SIDE, CNN_SIDE, 3]),
      labels: tf.tensor2d(labels, [photos.length, classes.length]),
    };
  }

  /** Weights, the optimiser's state and what the epochs gave. */
  private async keep(): Promise<void> {
    const weights = this.model.getWeights().map((tensor, index) => ({ name: `weight ${index}`, tensor }));
    const state = (await this.model.optimizer.getWeights()).map(({ name, tensor }) => ({ name, tensor }));
    const tensors: KeptTensor[] = await Promise.all(
      [...weights, ...state].map(async ({ name, tensor }) => ({
        name,
        shape: tensor.shape,
        values: Float32Array.from(await tensor.data()),
      })),
    );
    const facts = { key: keyOf(this.request), weights: weights.length, epochs: this.epochs };
    await writeTensors(path.join(this.request.folder, CHECKPOINT), facts, tensors);
  }

  private async resume(): Promise<void> {
    const kept = await readTensors<{ key: string; weights: number; epochs: Epoch[] }>(
      path.join(this.request.folder, CHECKPOINT),
    );
    if (kept?.facts.key !== keyOf(this.request)) return;
    const tensors = kept.tensors.map(({ name, shape, values }) => ({ name, tensor: tf.tensor(values, shape) }));
    this.model.setWeights(tensors.slice(0, kept.facts.weights).map(({ tensor }) => tensor));
    await this.model.optimizer.setWeights(tensors.slice(kept.facts.weights));
    this.epochs = kept.facts.epochs;
  }
}

const toUnit = (pixels: Uint8Array, target: Float32Array): void => {
  for (let at = 0; at < pixels.length; at++) target[at] = pixels[at]! / 255;
};

/** Whoever asks for more epochs goes on with the same training. */
const keyOf = ({ classes, training, validation, seed }: TrainingRequest): string =>
  JSON.stringify([classes, seed, training.map(({ file }) => file), validation.map(({ file }) => file)]);
