import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { MODEL_ID, SECOND_MODEL_ID } from '../recognition/model-files.js';
import { Keyring, masterKey } from '../storage/master-key.js';
import { FakeFaceEngine } from '../testing/fake-face-engine.js';
import { fillGallery } from './bench-gallery-data.js';
import { launch, residentMb } from './bench-server.js';

const PEOPLE = [0, 10_000];
const STARTS = 3;

/** Medians of a few starts. */
interface StartFigures {
  /** From the start of the process until it serves. */
  readyMs: number;
  /** Resident then; null where it is not Linux. */
  memoryMb: number | null;
}

const MODELS = {
  real: { modelId: MODEL_ID, secondModelId: SECOND_MODEL_ID },
  fake: new FakeFaceEngine(),
};
type Engine = keyof typeof MODELS;

/** By the engine, then by the number of people whose templates there are. */
export type StartingFigures = Record<Engine, Record<string, StartFigures>>;

/**
 * How long a server takes to start and what memory it has then: with the real engine and the fake one, with nobody and with
 * templates of 10,000 people. With `json` the last line of stdout is StartingFigures.
 */
export async function benchStart({ json }: { json: boolean }): Promise<void> {
  const figures: StartingFigures = { real: {}, fake: {} };
  for (const engine of Object.keys(MODELS) as Engine[]) {
    for (const people of PEOPLE) {
      const { readyMs, memoryMb } = (figures[engine][people] = await measure(engine, people));
      console.log(`${engine} engine, ${people} people: ready after ${readyMs} ms, ${memoryMb} MB`);
    }
  }
  if (json) console.log(JSON.stringify(figures));
}

async function measure(engine: Engine, people: number): Promise<StartFigures> {
  const starts: { readyMs: number; memoryMb: number | null }[] = [];
  while (starts.length < STARTS) starts.push(await startOnce(engine, people));
  const memories = starts.flatMap(({ memoryMb }) => memoryMb ?? []);
  return {
    readyMs: Math.round(medianOf(starts.map(({ readyMs }) => readyMs))),
    memoryMb: memories.length > 0 ? medianOf(memories) : null,
  };
}

async function startOnce(engine: Engine, people: number): Promise<StartFigures> {
  const key = randomBytes(32);
  const server = await launch(engine, { TEMPLATE_KEY: key.toString('base64') }, (dataDir) => {
    if (people === 0) return;
    fillGallery({
      file: join(dataDir, 'rollcall.db'),
      people,
      keyring: new Keyring(masterKey(key)),
      models: MODELS[engine],
    });
  });
  try {
    return { readyMs: server.readyMs, memoryMb: residentMb(server.process) };
  } finally {
    await server.stop();
  }
}

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
