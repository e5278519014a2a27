import path from 'node:path';
import { parseArgs } from 'node:util';
import { DatasetError } from '../recognition/evaluation/dataset.js';
import { count } from '../recognition/evaluation/settings.js';
import { CNN_TRAINING } from '../training/cnn.js';

export interface TrainSettings {
  dataset: string;
  epochs: number;
  leaveOut: number;
  seed: number;
  /** Null for a folder named after the set. */
  out: string | null;
  json: boolean;
}

export const USAGE = `npm run train -- --architecture cnn --dataset DIR [options]

  --architecture cnn   the network of the old application, to compare with; nobody is recognised by it
  --dataset DIR        photos as DIR/Train/{person}/* and DIR/Test/{person}/*; it learns from Train alone
  --epochs N           at most so many (${CNN_TRAINING.epochs})
  --leave-out N        people that it does not learn, to be strangers in an evaluation (0)
  --seed S             of everything that is drawn at random (1)
  --out DIR            where the model goes (below MODELS_DIR, named after the set)
  --json               the last line is one JSON object`;

/** Throws DatasetError in plain words for what makes no sense. */
export function parseTrainSettings(words: readonly string[]): TrainSettings {
  const values = parse(words);
  if (values.architecture !== 'cnn') throw new DatasetError(`Only --architecture cnn can be trained.\n\n${USAGE}`);
  if (!values.dataset) throw new DatasetError(`Which photos? Give a folder with --dataset.\n\n${USAGE}`);
  return {
    dataset: values.dataset,
    epochs: count('epochs', values.epochs ?? String(CNN_TRAINING.epochs), 1),
    leaveOut: count('leave-out', values['leave-out'] ?? '0', 0),
    seed: count('seed', values.seed ?? '1', 0),
    out: values.out ?? null,
    json: values.json ?? false,
  };
}

/** `cnn-{set}`, and how many were left out. */
export const modelName = ({ dataset, leaveOut }: TrainSettings): string =>
  ['cnn', path.basename(path.resolve(dataset)), leaveOut > 0 ? `without-${leaveOut}` : ''].filter(Boolean).join('-');

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      options: {
        architecture: text,
        dataset: text,
        epochs: text,
        'leave-out': text,
        seed: text,
        out: text,
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new DatasetError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
