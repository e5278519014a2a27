import sharp from 'sharp';
import { DatasetError, type DatasetPhoto } from '../recognition/evaluation/dataset.js';
import { readPhotoFile } from '../recognition/evaluation/photo-file.js';
import { seededRandom, shuffled } from '../recognition/evaluation/random.js';
import { CNN_SIDE, CNN_TRAINING } from './cnn.js';

/** Which photographs a network learns from, and which its stopping goes by. */
export interface TrainingPlan {
  /** The people that it knows, in the order of its outputs. */
  classes: string[];
  leftOut: string[];
  training: DatasetPhoto[];
  validation: DatasetPhoto[];
}

/**
 * Draws who is left out, and a fifth of each person's Train photographs for validation. Test photographs are never among
 * them. The same seed gives the same plan. Throws DatasetError for a set without Train and Test, or with too few people.
 */
export function planTraining(
  photos: readonly DatasetPhoto[],
  { leaveOut, seed }: { leaveOut: number; seed: number },
): TrainingPlan {
  const train = photos.filter(({ part }) => part === 'Train');
  if (train.length === 0) throw new DatasetError('To train, the set needs the folders Train and Test.');
  const random = seededRandom(seed);
  const people = [...new Set(train.map(({ person }) => person))].sort();
  if (people.length - leaveOut < 2)
    throw new DatasetError(`Of ${people.length} people, ${leaveOut} cannot be left out.`);
  const leftOut = shuffled(people, random).slice(0, leaveOut).sort();
  const classes = people.filter((person) => !leftOut.includes(person));

  const plan: TrainingPlan = { classes, leftOut, training: [], validation: [] };
  for (const person of classes) {
    const theirs = shuffled(
      train.filter((photo) => photo.person === person),
      random,
    );
    if (theirs.length < 2) throw new DatasetError(`Of ${person} there is one Train photo. It takes two.`);
    const held = Math.max(1, Math.round(theirs.length * CNN_TRAINING.validationShare));
    plan.validation.push(...theirs.slice(0, held));
    plan.training.push(...theirs.slice(held));
  }
  return plan;
}

/** The whole photo as 224x224 RGB pixels. Throws for one that cannot be decoded. */
export async function pixelsForCnn(file: string): Promise<Uint8Array> {
  return sharp(await readPhotoFile(file))
    .autoOrient()
    .resize(CNN_SIDE, CNN_SIDE, { fit: 'fill' })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer();
}
