import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { DatasetPhoto } from '../recognition/evaluation/dataset.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { predictInThread, trainInThread } from './cnn-thread.js';
import type { TrainingRequest } from './tfjs-cnn-trainer.js';

/** Two "people" whom a network tells apart at once: one is bright, one is dark. */
async function requestIn(folder: string, name: string, epochs: number): Promise<TrainingRequest> {
  const photo = async (person: string, index: number): Promise<DatasetPhoto> => {
    const file = join(folder, `${person}-${index}.png`);
    const shade = person === 'bright' ? 200 + index * 5 : 30 + index * 5;
    await sharp({ create: { width: 64, height: 64, channels: 3, background: { r: shade, g: shade, b: shade } } })
      .png()
      .toFile(file);
    return { person, part: 'Train', file };
  };
  const photos = (indices: number[]) =>
    Promise.all(indices.flatMap((index) => [photo('bright', index), photo('dark', index)]));
  mkdirSync(join(folder, name), { recursive: true });
  return {
    classes: ['bright', 'dark'],
    training: await photos([0, 1, 2]),
    validation: await photos([3]),
    seed: 1,
    epochs,
    folder: join(folder, name),
  };
}

it('a training that is stopped goes on from the last whole epoch, and ends as one that was not', async () => {
  const folder = temporaryFolder();
  const never = new AbortController().signal;
  const whole = await trainInThread(await requestIn(folder, 'whole', 3), () => undefined, never);
  expect(whole.outcome).toMatchObject({ finished: true, epochs: [{}, {}, {}] });

  const request = await requestIn(folder, 'stopped', 3);
  const stopping = new AbortController();
  const stopped = await trainInThread(request, ({ epoch }) => epoch === 1 && stopping.abort(), stopping.signal);
  expect(stopped.outcome.finished).toBe(false);
  expect(stopped.outcome.epochs.length).toBeGreaterThan(0);
  expect(stopped.outcome.epochs.length).toBeLessThan(3);
  const resumed = await trainInThread(request, () => undefined, never);
  const losses = ({ outcome }: typeof whole) =>
    outcome.epochs.map(({ loss, validationLoss }) => [loss, validationLoss]);
  expect(losses(resumed)).toEqual(losses(whole));

  const files = request.validation.map(({ file }) => file);
  const [first, second] = await Promise.all([
    predictInThread(join(folder, 'whole'), files),
    predictInThread(join(folder, 'stopped'), files),
  ]);
  expect(second.probabilities).toEqual(first.probabilities);
  for (const each of first.probabilities) expect(each[0]! + each[1]!).toBeCloseTo(1, 5);
});
