import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { soak } from './bench-soak.js';

export interface Latency {
  p50Ms: number;
  p95Ms: number;
  photosPerSecond: number;
  /** Of all threads, a photo: what others do on the machine changes it little. */
  cpuMs: number;
  facesPerPhoto: number;
}

/** A whole photo each: JPEG, 1280x720 -> decode -> detect -> align -> embed. */
export interface ContestantFigures extends Latency {
  /** The same on photos of three to five people; the figures beside it are of one person. */
  groups: Latency;
  peakMemoryMb: number;
}

/**
 * Ours beside its peers on the same photos in the same run, each in a process of its own, one after the other; with
 * `soak`, so many photos through the pool instead. With `json` the last line of stdout is
 * `{"ours": ContestantFigures, "oursAllWorkers": ..., "peers": {"face-api": ..., "human": ...}}`.
 */
export async function benchRecognition(options: { json: boolean; soak: number | null }): Promise<void> {
  if (options.soak !== null) return soak(options.soak, options);
  const workers = availableParallelism();
  const report = {
    ours: await run('ours', 1),
    oursAllWorkers: { workers, ...(await run('ours', workers)) },
    peers: { 'face-api': await run('face-api', 1), human: await run('human', 1) },
  };
  const times = (value: number): string => `${Math.round(value * 100) / 100} times`;
  console.log(`as fast as face-api: ${times(report.peers['face-api'].p50Ms / report.ours.p50Ms)}`);
  console.log(`as fast as human:    ${times(report.peers.human.p50Ms / report.ours.p50Ms)}`);
  console.log(
    `${workers} workers to one:    ${times(report.oursAllWorkers.photosPerSecond / report.ours.photosPerSecond)}`,
  );
  if (options.json) console.log(JSON.stringify(report));
}

async function run(name: string, workers: number): Promise<ContestantFigures> {
  const child = fork(fileURLToPath(new URL('./bench-contestant.js', import.meta.url)), [name, String(workers)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const figures = await new Promise<ContestantFigures>((resolve, reject) => {
    child.once('message', (message) => resolve(message as ContestantFigures));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code} before it had figures`)));
  });
  child.disconnect();
  console.log(`${name}, ${workers} at once: ${inWords(figures)}; ${figures.peakMemoryMb} MB`);
  console.log(`    several people: ${inWords(figures.groups)}`);
  return figures;
}

const inWords = ({ p50Ms, p95Ms, photosPerSecond, cpuMs, facesPerPhoto }: Latency): string =>
  `p50 ${p50Ms} ms, p95 ${p95Ms} ms, ${photosPerSecond} photos/s, ${cpuMs} ms of a core and ${facesPerPhoto} faces a photo`;
