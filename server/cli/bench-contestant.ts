import { benchPhotos } from './bench-photos.js';
import type { ContestantFigures, Latency } from './bench-recognition.js';
import { decodePhoto } from '../recognition/photo.js';
import { WorkerFaceEngine } from '../recognition/worker-face-engine.js';

/** A photo's bytes -> how many faces were described in it. */
type Recognise = (jpeg: Buffer) => Promise<number>;

const ROUNDS = 8;
/** Not counted: a server compiles its hot code in its first seconds, each of its threads for itself. */
const WARM_UP_ROUNDS = 3;

/** One contestant of `bench recognition` in a process of its own: <ours|face-api|human> [workers]. Its figures go to its parent. */
const [name, workers = '1'] = process.argv.slice(2);
const atOnce = Number(workers);
const { recognise, stop } = await load();
const { portraits, groups } = await benchPhotos();
await timed([...portraits, ...groups], WARM_UP_ROUNDS);

const figures: ContestantFigures = {
  ...(await timed(portraits, ROUNDS)),
  groups: await timed(groups, ROUNDS),
  peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.send?.(figures);
await stop();

async function load(): Promise<{ recognise: Recognise; stop: () => Promise<void> }> {
  if (name === 'ours') return loadOurs();
  const stop = async (): Promise<void> => process.disconnect?.();
  if (name === 'face-api') return { recognise: await (await import('./bench-peer-face-api.js')).loadFaceApi(), stop };
  if (name === 'human') return { recognise: await (await import('./bench-peer-human.js')).loadHuman(), stop };
  throw new RangeError(`no such contestant: ${name}`);
}

async function loadOurs(): Promise<{ recognise: Recognise; stop: () => Promise<void> }> {
  const engine = await WorkerFaceEngine.start({ workers: atOnce, timeoutMs: 60_000 });
  while (engine.workers < atOnce) await new Promise((resolve) => setTimeout(resolve, 20));
  const recognise: Recognise = async (jpeg) => {
    const photo = await decodePhoto(jpeg);
    if (photo.outcome === 'refused') throw new Error(photo.message);
    return (await engine.analyze(photo.pixels)).length;
  };
  return { recognise, stop: () => engine.stop() };
}

/** With several workers one photo more than workers is under way, so that none waits for a decoder. */
async function timed(photos: Buffer[], rounds: number): Promise<Latency> {
  const queue = Array.from({ length: rounds }, () => photos).flat();
  const latencies: number[] = [];
  let faces = 0;
  const takeTurns = async (): Promise<void> => {
    for (let jpeg = queue.pop(); jpeg; jpeg = queue.pop()) {
      const start = performance.now();
      const found = await recognise(jpeg);
      faces += found;
      latencies.push(performance.now() - start);
    }
  };
  const [start, cpuBefore] = [performance.now(), process.cpuUsage()];
  await Promise.all(Array.from({ length: atOnce === 1 ? 1 : atOnce + 1 }, takeTurns));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  latencies.sort((a, b) => a - b);
  const at = (part: number): number => round(latencies[Math.floor(latencies.length * part)]!);
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    photosPerSecond: round(latencies.length / seconds),
    cpuMs: round((user + system) / 1000 / latencies.length),
    facesPerPhoto: round(faces / latencies.length),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
