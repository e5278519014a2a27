import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { benchPhotos } from './bench-photos.js';
import { htmlPage } from '../recognition/evaluation/html-page.js';
import { linePlot } from '../recognition/evaluation/svg-plot.js';
import { decodePhoto } from '../recognition/photo.js';
import { WorkerFaceEngine } from '../recognition/worker-face-engine.js';

interface Reading {
  photos: number;
  seconds: number;
  rssMb: number;
  /** Of each thread. */
  tensors: number[];
}

/** Two, so that one goes on while the other is replaced. */
const WORKERS = 2;
const READINGS = 100;
/** Where the readings go, below the folder that it is started in. */
const FOLDER = 'dist/bench';
/** Median memory of the last quarter by that of the quarter before it: what a leak would exceed. */
const MAX_GROWTH = 1.05;
/** In a shorter run memory still rises to what the work takes. */
const GROWTH_FROM_PHOTOS = 1000;

/**
 * So many photos through the pool; half-way the thread of one worker is ended under it. Writes memory and tensors over time
 * to dist/bench/soak.csv and, as plots, to soak.html. Fails when a photo is lost, memory grows, or the number of tensors
 * changes. With `json` the last line of stdout is `{"photos", "lost", "threadsLost", "seconds", "tensors", "memoryMb", ...}`.
 */
export async function soak(photos: number, { json }: { json: boolean }): Promise<void> {
  const threads: Worker[] = [];
  process.on('worker', (thread) => threads.push(thread));
  let threadsLost = 0;
  const onThreadLost = (why: unknown): void => {
    threadsLost++;
    console.error('lost:', String(why));
  };
  const engine = await WorkerFaceEngine.start({ workers: WORKERS, timeoutMs: 60_000, onThreadLost });
  while (engine.workers < WORKERS) await new Promise((resolve) => setTimeout(resolve, 20));
  const { portraits, groups } = await benchPhotos();
  // A group among the portraits: faces come and go, and so do the tensors for them.
  const frames = [...portraits, groups[0]!];
  let stopping = false;
  process.once('SIGINT', () => (stopping = true));

  const readings: Reading[] = [];
  const start = performance.now();
  const every = Math.max(1, Math.floor(photos / READINGS));
  let [done, taken] = [0, 0];
  const read = (): void => {
    const seconds = Math.round((performance.now() - start) / 1000);
    const rssMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
    readings.push({ photos: done, seconds, rssMb, tensors: engine.tensorCounts });
    console.error(`${done} of ${photos}, ${seconds} s: ${rssMb} MB, tensors ${engine.tensorCounts.join(' ')}`);
  };
  const takeTurns = async (): Promise<void> => {
    while (taken < photos && !stopping) {
      const decoded = await decodePhoto(frames[taken++ % frames.length]!);
      if (decoded.outcome === 'refused') throw new Error(decoded.message);
      const faces = await engine.analyze(decoded.pixels);
      if (faces.length === 0) throw new Error('no face was found where there is one');
      done++;
      if (done % every === 0) read();
      if (done === Math.floor(photos / 2)) void threads.at(-1)?.terminate();
    }
  };
  try {
    await Promise.all(Array.from({ length: engine.workers + 1 }, takeTurns));
  } finally {
    await engine.stop();
  }
  const plot = keep(readings);
  // Before the first photo a thread counts 0.
  const tensors = [...new Set(readings.flatMap((reading) => reading.tensors))].filter((count) => count > 0);
  const memoryMb = { thirdQuarter: medianOf(readings, 0.5, 0.75), lastQuarter: medianOf(readings, 0.75, 1) };
  const report = {
    photos: done,
    lost: taken - done,
    threadsLost,
    seconds: readings.at(-1)?.seconds ?? 0,
    tensors,
    memoryMb,
  };
  console.log(
    `${done} photos, ${report.lost} lost, ${threadsLost} thread ended; ${tensors.join(', ')} tensors; ` +
      `${memoryMb.thirdQuarter} MB in the third quarter, ${memoryMb.lastQuarter} MB in the last. Plot: ${plot}`,
  );
  if (json) console.log(JSON.stringify({ ...report, plot }));
  if (tensors.length > 1) throw new Error(`the number of tensors changed: ${tensors.join(', ')}`);
  if (done >= GROWTH_FROM_PHOTOS && memoryMb.lastQuarter > memoryMb.thirdQuarter * MAX_GROWTH)
    throw new Error('memory grew to the end');
}

/** Both files; the path of the page. */
function keep(readings: readonly Reading[]): string {
  const folder = resolve(FOLDER);
  mkdirSync(folder, { recursive: true });
  const rows = readings.map(({ photos, seconds, rssMb, tensors }) =>
    [photos, seconds, rssMb, tensors.join(' ')].join(),
  );
  writeFileSync(resolve(folder, 'soak.csv'), ['photos,seconds,rssMb,tensors', ...rows, ''].join('\n'));
  const x = { label: 'photos', low: 0, high: readings.at(-1)?.photos ?? 1, logarithmic: false };
  const upTo = (label: string, values: number[]) => ({
    label,
    low: 0,
    high: Math.max(...values, 1),
    logarithmic: false,
  });
  const memory = readings.map(({ photos, rssMb }) => ({ x: photos, y: rssMb }));
  const threads = Math.max(...readings.map(({ tensors }) => tensors.length), 0);
  const tensorsOf = (thread: number) => ({
    name: `thread ${thread + 1}`,
    points: readings.flatMap(({ photos, tensors }) => (tensors[thread] ? [{ x: photos, y: tensors[thread] }] : [])),
  });
  const page = resolve(folder, 'soak.html');
  const counts = readings.flatMap(({ tensors }) => tensors);
  writeFileSync(
    page,
    htmlPage('Photographs through the pool', [
      '<div class="plots">',
      linePlot(
        'Memory of the process',
        x,
        upTo(
          'MB',
          readings.map(({ rssMb }) => rssMb),
        ),
        [{ name: 'resident', points: memory }],
      ),
      linePlot(
        'Tensors alive',
        x,
        upTo('tensors', counts),
        Array.from({ length: threads }, (_, thread) => tensorsOf(thread)),
      ),
      '</div>',
    ]),
  );
  return page;
}

function medianOf(readings: readonly Reading[], from: number, to: number): number {
  const part = readings.slice(Math.floor(readings.length * from), Math.ceil(readings.length * to));
  return part.map(({ rssMb }) => rssMb).sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? Number.NaN;
}
