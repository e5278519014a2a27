import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadConfig } from '../config.js';
import { DatasetError, listPhotos } from '../recognition/evaluation/dataset.js';
import { ProgressBar } from '../recognition/evaluation/progress-bar.js';
import { cnnParameters, CNN_TRAINING, type CnnCard } from '../training/cnn.js';
import { trainInThread } from '../training/cnn-thread.js';
import { curvesHtml } from '../training/curves-html.js';
import { planTraining } from '../training/training-photos.js';
import { modelName, parseTrainSettings, type TrainSettings } from './train-settings.js';

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());
process.umask(0o077);

try {
  await run(parseTrainSettings(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof DatasetError ? error.message : error);
  process.exitCode = 1;
}

async function run(settings: TrainSettings): Promise<void> {
  const { dataset, seed, epochs } = settings;
  const folder = path.resolve(settings.out ?? path.join(loadConfig().modelsDir, modelName(settings)));
  const cardFile = path.join(folder, 'card.json');
  if (existsSync(cardFile)) throw new DatasetError(`${folder} holds a trained model. Remove it, or give --out.`);
  const plan = planTraining(await listPhotos(path.resolve(dataset)), settings);
  await mkdir(folder, { recursive: true, mode: 0o700 });

  const { classes, training, validation, leftOut } = plan;
  const parameters = cnnParameters(classes.length);
  console.error(
    `${classes.length} people, ${training.length} photos to learn from, ${validation.length} to stop by, ${parameters.toLocaleString('en')} parameters. Ctrl-C stops it; the same command goes on.`,
  );
  const request = { classes, training, validation, seed, epochs, folder };
  const { outcome, backend } = await trainInThread(request, showProgress(epochs), stopping.signal);
  if (!outcome.finished) {
    console.error(`\nStopped after ${outcome.epochs.length} whole epochs. The same command goes on from there.`);
    process.exitCode = 130;
    return;
  }
  const card: CnnCard = {
    architecture: 'cnn',
    parameters,
    classes,
    dataset: path.basename(path.resolve(dataset)),
    seed,
    photos: { training: training.length, validation: validation.length },
    leftOut,
    epochs: outcome.epochs,
    stoppedEarly: outcome.stoppedEarly,
    seconds: outcome.epochs.reduce((sum, { seconds }) => sum + seconds, 0),
    backend,
  };
  await writeFile(path.join(folder, 'curves.html'), curvesHtml(card), { mode: 0o600 });
  await writeFile(cardFile, `${JSON.stringify(card, null, 2)}\n`, { mode: 0o600 });
  console.log(`${words(card)}\nModel, card and curves: ${folder}`);
  if (settings.json) console.log(JSON.stringify({ folder, ...card }));
}

/** A bar for each epoch, with what the last one gave and when the longest training that may be would end. */
function showProgress(epochs: number): Parameters<typeof trainInThread>[1] {
  let bar: { epoch: number; bar: ProgressBar } | null = null;
  const started = performance.now();
  let [learnt, before] = [0, -1];
  return (progress) => {
    const { epoch, done, total } = progress;
    if (bar?.epoch !== epoch) bar = { epoch, bar: new ProgressBar(total, 'photos') };
    if (before < 0) before = epoch * total;
    learnt = epoch * total + done - before;
    const secondsEach = (performance.now() - started) / 1000 / learnt;
    const minutes = Math.ceil((secondsEach * (epochs * total - before - learnt)) / 60);
    const last = progress.epochs.at(-1);
    const gave = last
      ? `loss ${last.loss.toFixed(3)}, validation ${last.validationLoss.toFixed(3)} (${(last.validationAccuracy * 100).toFixed(0)} % right)`
      : '';
    bar.bar.show(
      done,
      [`epoch ${epoch + 1} of at most ${epochs}`, `${minutes} min at most`, gave].filter(Boolean).join(', '),
    );
  };
}

/** What came of a training, for the operator. */
function words({ epochs, stoppedEarly, seconds }: CnnCard): string {
  const last = epochs.at(-1)!;
  const why = stoppedEarly
    ? `the validation loss did not fall by ${CNN_TRAINING.minDelta} in ${CNN_TRAINING.patience} epochs`
    : 'all that were asked for';
  return `${epochs.length} epochs (${why}) in ${seconds.toFixed(0)} s: training ${(last.accuracy * 100).toFixed(1)} % right, validation ${(last.validationAccuracy * 100).toFixed(1)} %.`;
}
