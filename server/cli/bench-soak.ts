import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { benchPhotos } from './bench-photos.js';
import { decodePhoto } from '../recognition/photo.js';
import { WorkerFaceEngine } from '../recognition/worker-face-engine.js';

interface Reading {
  photos: number;
  rssMb: number;
  tensors: number[];
}

const READINGS = 60;
const BAR = 50;

/**
 * So many photos through the pool; half-way the thread of one worker is ended under it. Writes memory and tensors over
 * time to a CSV file and draws them. Fails when a photo is lost, or a thread holds more tensors at the end than at the start.
 */
export async function soak(photos: number): Promise<void> {
  const csv = join(mkdtempSync(join(tmpdir(), 'rollcall-soak-')), 'soak.csv');
  writeFileSync(csv, 'photos,seconds,rssMb,tensors\n');
  const threads: Worker[] = [];
  process.on('worker', (thread) => threads.push(thread));
  const engine = await WorkerFaceEngine.start({
    timeoutMs: 60_000,
    onThreadLost: (why) => console.log('lost:', String(why)),
  });
  const { portraits, groups } = await benchPhotos();
  // A group among the portraits: faces come and go, and so do the tensors for them.
  const frames = [...portraits, groups[0]!];
  let stopping = false;
  process.once('SIGINT', () => (stopping = true));

  const readings: Reading[] = [];
  const start = performance.now();
  let done = 0;
  let taken = 0;
  const read = (): void => {
    const reading = {
      photos: done,
      rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
      tensors: engine.tensorCounts,
    };
    readings.push(reading);
    const seconds = Math.round((performance.now() - start) / 1000);
    appendFileSync(csv, `${done},${seconds},${reading.rssMb},${reading.tensors.join(' ')}\n`);
    console.log(`${done} of ${photos}, ${seconds} s: ${reading.rssMb} MB, tensors ${reading.tensors.join(' ')}`);
  };
  const every = Math.max(1, Math.floor(photos / READINGS));
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
  draw(readings);
  console.log(`${done} photos, none lost. CSV: ${csv}`);
  const counts = new Set(readings.flatMap(({ tensors }) => tensors).filter((count) => count > 0));
  if (counts.size > 1) throw new Error(`the number of tensors changed: ${[...counts].join(', ')}`);
}

/** One line a reading, its bar as long as the memory. */
function draw(readings: Reading[]): void {
  const most = Math.max(...readings.map(({ rssMb }) => rssMb));
  for (const { photos, rssMb, tensors } of readings) {
    const bar = '#'.repeat(Math.round((rssMb / most) * BAR)).padEnd(BAR);
    console.log(`${String(photos).padStart(8)} ${bar} ${rssMb} MB, tensors ${tensors.join(' ')}`);
  }
}
