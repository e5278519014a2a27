import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { acquireAll } from '../recognition/evaluation/acquire.js';
import { DatasetError, listPhotos } from '../recognition/evaluation/dataset.js';
import { evaluate } from '../recognition/evaluation/evaluate.js';
import { parseGroups } from '../recognition/evaluation/groups-file.js';
import { htmlReport } from '../recognition/evaluation/html-report.js';
import { jsonReport } from '../recognition/evaluation/json-report.js';
import { parsePairs } from '../recognition/evaluation/pairs-file.js';
import { ProgressBar } from '../recognition/evaluation/progress-bar.js';
import { parseSettings } from '../recognition/evaluation/settings.js';
import { textReport } from '../recognition/evaluation/text-report.js';
import { SHIPPED_CONFIDENCE, SHIPPED_STATISTICS } from '../recognition/shipped-policy.js';
import { WorkerFaceEngine } from '../recognition/worker-face-engine.js';
import { evaluateCnn } from './evaluate-cnn.js';

/** The wanted false-positive rate that thresholds are set for, as by default at a kiosk. */
const TARGET_FPIR = 0.001;
/** A photo is given as long as it takes: this is no kiosk. */
const TIMEOUT_MS = 60_000;
/** Each holds all models, some 300 MB. */
const MOST_WORKERS = 8;

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort(new DatasetError('Stopped.')));

try {
  await run();
} catch (error) {
  console.error(error instanceof DatasetError ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const settings = parseSettings(process.argv.slice(2));
  const photos = await listPhotos(settings.dataset);
  const pairs = settings.pairs ? parsePairs(await readText(settings.pairs), photos) : null;
  const groups = settings.groups ? parseGroups(await readText(settings.groups)) : null;
  const workers = Math.min(availableParallelism(), MOST_WORKERS);
  const engine = await WorkerFaceEngine.start({ workers, timeoutMs: TIMEOUT_MS });
  try {
    if (settings.cnn) {
      const { cnn: folder, html, json } = settings;
      const tools = { engine, concurrency: workers, signal: stopping.signal, targetFpir: TARGET_FPIR };
      await evaluateCnn(photos, { folder, html, json, ...tools });
      return;
    }
    const progress = new ProgressBar(photos.length);
    const shots = await acquireAll(photos, {
      engine,
      harder: settings.degrade,
      concurrency: workers,
      signal: stopping.signal,
      onProgress: (done) => progress.show(done),
    });
    const report = evaluate(shots, {
      ...settings,
      pairs,
      groups,
      targetFpir: TARGET_FPIR,
      statistics: SHIPPED_STATISTICS,
      confidence: SHIPPED_CONFIDENCE,
    });
    console.log(textReport(report));
    if (settings.html) {
      const card = {
        dataset: path.basename(path.resolve(settings.dataset)),
        degrade: settings.degrade,
        modelIds: [engine.modelId, engine.secondModelId],
      };
      await writeFile(settings.html, htmlReport(report, card));
      console.log(`Report with plots: ${settings.html}`);
    }
    if (settings.json) console.log(JSON.stringify(jsonReport(report)));
  } finally {
    await engine.stop();
  }
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new DatasetError(`The file ${file} cannot be read.`, { cause });
  });
}
