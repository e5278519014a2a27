import { parseArgs } from 'node:util';
import { DatasetError } from './dataset.js';
import { degradationNames, type Degradation } from './degradations.js';

export interface Settings {
  dataset: string;
  enrol: number | null;
  pairs: string | null;
  groups: string | null;
  splits: number;
  seed: number;
  degrade: Degradation | null;
  html: string | null;
  /** The folder of an old network to put beside the embedding model; then nothing else is measured. */
  cnn: string | null;
  json: boolean;
}

export const USAGE = `npm run evaluate -- --dataset DIR [options]

  --dataset DIR    photos as DIR/{person}/*, or as DIR/Train/{person}/* and DIR/Test/{person}/*
  --enrol N        photos enrolled of each person (2; 1 where most people have only two photos)
  --pairs FILE     pairs to verify, as the pairs.txt of Labeled Faces in the Wild; else drawn from the set
  --groups CSV     lines of person,group: rates for each group
  --splits K       random halves of the people that are enrolled (20)
  --seed S         of everything that is drawn at random (1)
  --degrade WAY    worse copies of the photos: ${degradationNames.join(', ')}
  --cnn DIR        the old network of that folder beside the embedding model on the same photos, and nothing else
  --html FILE      a report with plots
  --json           the last line is one JSON object`;

/** Throws DatasetError in plain words for what makes no sense. */
export function parseSettings(words: readonly string[]): Settings {
  const values = parse(words);
  if (!values.dataset) throw new DatasetError(`Which photos? Give a folder with --dataset.\n\n${USAGE}`);
  const degrade = values.degrade ?? null;
  if (degrade !== null && !(degradationNames as readonly string[]).includes(degrade)) {
    throw new DatasetError(`--degrade knows ${degradationNames.join(', ')}, and not "${degrade}".`);
  }
  return {
    dataset: values.dataset,
    enrol: values.enrol === undefined ? null : count('enrol', values.enrol, 1),
    pairs: values.pairs ?? null,
    groups: values.groups ?? null,
    splits: count('splits', values.splits ?? '20', 1),
    seed: count('seed', values.seed ?? '1', 0),
    degrade: degrade as Degradation | null,
    html: values.html ?? null,
    cnn: values.cnn ?? null,
    json: values.json ?? false,
  };
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      options: {
        dataset: text,
        enrol: text,
        pairs: text,
        groups: text,
        splits: text,
        seed: text,
        degrade: text,
        html: text,
        cnn: text,
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new DatasetError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

/** The value of an option that is a whole number. Throws DatasetError. */
export function count(name: string, word: string, least: number): number {
  const value = Number(word);
  if (Number.isInteger(value) && value >= least) return value;
  throw new DatasetError(`--${name} is a whole number from ${least} on, and not "${word}".`);
}
