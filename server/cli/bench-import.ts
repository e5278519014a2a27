import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import Sqlite from 'better-sqlite3';
import type { PersonOutcome } from '../importing/person-outcome.js';
import { makeImportPhotos } from './bench-import-photos.js';
import type { ImportResult } from './import-words.js';

const PROGRAM = fileURLToPath(new URL('./import.js', import.meta.url));
const READ_EVERY_MS = 2_000;
const READINGS_KEPT = 8;

/** Of a process, while it imports. */
interface Reading {
  samples: number;
  rssMb: number;
}

/**
 * So many photographs, made of a dataset's, into a new installation by the command that operators use. It is killed half-way,
 * as by a power cut, and given again; and then a third time, when there is nothing left to do. Fails when a photograph is
 * missing then, or there twice. With `json` the last line of stdout is the figures.
 */
export async function benchImport({
  photos = 10_000,
  dataset = '../shared/faces',
  json,
}: {
  photos?: number;
  dataset?: string;
  json: boolean;
}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  try {
    const people = await makeImportPhotos(dataset, join(folder, 'photos'), photos);
    if (!json) console.log(`Made ${photos} photographs of ${people} people.`);
    const killed = await runImport(folder, { killAt: Math.floor(photos / 2) });
    const samplesWhenKilled = countIn(folder, 'FaceSample');
    const { result, ...resumed } = await runImport(folder);
    const again = await runImport(folder);
    if (!result || !again.result) throw new Error('the import failed');
    const report = {
      photos,
      people,
      workers: Number(process.env.RECOGNITION_WORKERS ?? availableParallelism()),
      samplesWhenKilled,
      samples: countIn(folder, 'FaceSample'),
      refused: reasonsIn(result.reports.json),
      seconds: [killed.seconds, resumed.seconds],
      // Of the second run: the first did not live to say.
      photosPerSecond: rounded(result.analysed / result.seconds),
      photosPerSecondOfACore: rounded(result.analysed / result.cpuSeconds),
      memory: { killed: thinned(killed.readings), resumed: thinned(resumed.readings) },
      again: { kept: again.result.photos.kept, seconds: again.seconds },
    };
    check(folder, photos, result, again.result);
    console.log(json ? JSON.stringify(report) : inspect(report, { depth: null }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `npm run import` in a process of its own, killed when there are so many samples. */
async function runImport(
  folder: string,
  { killAt = Infinity } = {},
): Promise<{ seconds: number; readings: Reading[]; result: ImportResult | null }> {
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, join(folder, 'photos'), '--consent-recorded', '--json'], {
    env: {
      PATH: process.env.PATH,
      RECOGNITION_WORKERS: process.env.RECOGNITION_WORKERS,
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: `file:${databaseOf(folder)}`,
      FACE_IMAGES_DIR: join(folder, 'faces'),
      MODELS_DIR: join(folder, 'models'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const readings: Reading[] = [];
  const timer = setInterval(() => {
    const reading = { samples: countIn(folder, 'FaceSample'), rssMb: residentMb(child.pid!) };
    if (reading.samples > 0) readings.push(reading);
    if (reading.samples >= killAt) child.kill('SIGKILL');
  }, READ_EVERY_MS);
  const lines = (await text(child.stdout).finally(() => clearInterval(timer))).trim().split('\n');
  const seconds = Math.round((performance.now() - started) / 1000);
  return { seconds, readings, result: killAt < Infinity ? null : (JSON.parse(lines.at(-1)!) as ImportResult) };
}

const databaseOf = (folder: string): string => join(folder, 'data', 'rollcall.db');

/** Rows of a table; 0 where it is not there yet. */
function countIn(folder: string, table: 'FaceSample' | 'FaceTemplate'): number {
  try {
    const database = new Sqlite(databaseOf(folder), { readonly: true });
    try {
      return database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get()!;
    } finally {
      database.close();
    }
  } catch {
    return 0;
  }
}

const residentMb = (pid: number): number =>
  Math.round(Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024);

/** From the first to the last. */
function thinned(readings: readonly Reading[]): Reading[] {
  const step = Math.max(1, Math.floor(readings.length / READINGS_KEPT));
  return readings.filter((_, index) => index % step === 0 || index === readings.length - 1);
}

/** How many photographs were refused for each reason. */
function reasonsIn(report: string): Record<string, number> {
  const { people } = JSON.parse(readFileSync(report, 'utf8')) as { people: PersonOutcome[] };
  const counts: Record<string, number> = {};
  for (const { reason, message } of people.flatMap(({ refused }) => refused)) {
    const why = `${reason}: ${message}`;
    counts[why] = (counts[why] ?? 0) + 1;
  }
  return counts;
}

/** Everything is there, once, whatever was interrupted. */
function check(folder: string, photos: number, result: ImportResult, again: ImportResult): void {
  const samples = countIn(folder, 'FaceSample');
  const files = readdirSync(join(folder, 'faces'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.jpg'),
  );
  const facts: [string, boolean][] = [
    ['each photograph is a sample or was refused', samples + result.photos.refused === photos],
    ['the command says so', result.photos.found === photos && result.photos.kept + result.photos.known === samples],
    ['each sample has a photograph, settled', files.length === samples && !files.some((path) => path.startsWith('.'))],
    ['each sample has a template of either encoder', countIn(folder, 'FaceTemplate') === 2 * samples],
    ['nothing comes twice', again.photos.kept === 0 && again.photos.known === samples],
  ];
  const broken = facts.filter(([, holds]) => !holds).map(([fact]) => fact);
  if (broken.length > 0) throw new Error(`it does not hold that: ${broken.join('; ')}`);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
