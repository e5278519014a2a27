import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError, type DatasetPhoto } from '../recognition/evaluation/dataset.js';
import { ProgressBar } from '../recognition/evaluation/progress-bar.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import { calibrate } from '../recognition/calibration.js';
import { SHIPPED_STATISTICS } from '../recognition/shipped-policy.js';
import type { CnnCard } from '../training/cnn.js';
import { predictInThread } from '../training/cnn-thread.js';
import { compareCnn } from '../training/compare-cnn.js';
import { comparisonHtml, comparisonText } from '../training/comparison-report.js';

/** Puts a network that `npm run train` made beside the embedding model, and tells. Throws DatasetError. */
export async function evaluateCnn(
  photos: readonly DatasetPhoto[],
  {
    folder,
    html,
    json,
    targetFpir,
    ...tools
  }: {
    folder: string;
    html: string | null;
    json: boolean;
    targetFpir: number;
    engine: FaceEngine;
    concurrency: number;
    signal: AbortSignal;
  },
): Promise<void> {
  const card = await readCard(folder);
  let bar: ProgressBar | null = null;
  const comparison = await compareCnn({
    ...tools,
    card,
    photos,
    predict: (files) => predictInThread(folder, files),
    policyFor: ({ people }) => calibrate({ gallerySize: people, targetFpir, own: null }, SHIPPED_STATISTICS).policy,
    onProgress: (done, total) => (bar ??= new ProgressBar(total)).show(done),
  });
  console.log(comparisonText(comparison));
  if (html) {
    await writeFile(html, comparisonHtml(comparison));
    console.log(`Report with plots: ${html}`);
  }
  if (json) console.log(JSON.stringify(comparison));
}

async function readCard(folder: string): Promise<CnnCard> {
  try {
    return JSON.parse(await readFile(path.join(folder, 'card.json'), 'utf8')) as CnnCard;
  } catch (cause) {
    throw new DatasetError(`There is no trained network in ${folder}: npm run train makes one.`, { cause });
  }
}
