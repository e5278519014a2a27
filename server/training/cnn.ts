/**
 * The network of the old application: 224x224x3 -> conv 16 5x5 relu -> max pool 2 -> conv 32 3x3 relu -> max pool 2 ->
 * flatten 93,312 -> dense 64 relu -> softmax. A class a person, and no other: whoever comes is one of them.
 */
export const CNN_SIDE = 224;
export const CNN_FLATTENED = 93_312;

/** Weights and biases of the network for so many classes: 5,978,928 at 16. */
export const cnnParameters = (classes: number): number =>
  5 * 5 * 3 * 16 + 16 + (3 * 3 * 16 * 32 + 32) + (CNN_FLATTENED * 64 + 64) + (64 * classes + classes);

/** How it was trained: Adam on categorical cross-entropy, stopped early. */
export const CNN_TRAINING = {
  epochs: 50,
  patience: 5,
  minDelta: 0.005,
  batchSize: 32,
  learningRate: 0.001,
  /** Share of each person's training photographs that stopping goes by; never one of the Test photographs. */
  validationShare: 0.2,
} as const;

/** What an epoch gave. Losses are mean cross-entropies in nats, accuracies 0..1. */
export interface Epoch {
  loss: number;
  accuracy: number;
  validationLoss: number;
  validationAccuracy: number;
  seconds: number;
}

/** What a trained network is, and what it comes from: `card.json` beside the model. */
export interface CnnCard {
  architecture: 'cnn';
  parameters: number;
  /** The person of each output, in order. */
  classes: string[];
  dataset: string;
  seed: number;
  photos: { training: number; validation: number };
  /** People of the set that it has never seen. */
  leftOut: string[];
  epochs: Epoch[];
  stoppedEarly: boolean;
  /** Of the wall clock, over all epochs. */
  seconds: number;
  backend: string;
}
