import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../database/database.js';
import { TemplateRepository } from '../enrolment/template.repository.js';
import { loadGallery } from '../enrolment/load-gallery.js';
import { openTemplate } from '../enrolment/sealed-template.js';
import { createLogger } from '../logger.js';
import { SECOND_TEMPLATE_LENGTH, TEMPLATE_LENGTH } from '../recognition/face-engine.js';
import { Gallery } from '../recognition/gallery.js';
import { Keyring, masterKey } from '../storage/master-key.js';
import { unwrap } from '../storage/person-keys.js';
import { fillGallery, randomTemplates } from './bench-gallery-data.js';

const SIZES = [10_000, 100_000, 1_000_000];
const LOADED_TEMPLATES = 100_000;
const QUERIES = 100;
const BRUTE_FORCE_QUERIES = 5;
const READINGS = 20;
/** As many as recognition asks for. */
const CANDIDATES = 5;
const MODELS = { modelId: 'first', secondModelId: 'second' };

interface SearchFigures {
  p50Ms: number;
  p95Ms: number;
  /** Median of a plain float32 loop in JavaScript over the same templates. */
  bruteForceMs: number;
  /** Median of reading as many bytes as the scan does, as fast as this machine's memory gives them. */
  bandwidthBoundMs: number;
}

interface LoadFigures {
  templates: number;
  /** Until the gallery answers; there is a template of the second encoder for each. */
  ms: number;
  /** Until those of the second encoder are there too, which whoever is in doubt waits for. */
  withSecondMs: number;
  /** A bare loop that decrypts the templates of the first encoder: no reading, no gallery. */
  bareMs: number;
}

/**
 * Times the gallery's search and its loading on this machine. Templates are random with the length of real ones (about
 * 1), all of different people: the hardest case for the search, since nobody is clearly nearest. Progress goes to stderr;
 * with `json` the last line of stdout is `{"n": {"100000": SearchFigures, ...}, "load": LoadFigures}`.
 */
export async function benchSearch({
  json,
  sizes = SIZES,
  loadedTemplates = LOADED_TEMPLATES,
}: {
  json: boolean;
  sizes?: readonly number[];
  loadedTemplates?: number;
}): Promise<void> {
  // First, as when a server starts: a million people on the heap would slow it down.
  note(`loading ${loadedTemplates} templates`);
  const load = await timeLoad(loadedTemplates);
  print(
    `loading ${load.templates}: ready after ${load.ms} ms, with second templates after ${load.withSecondMs} ms; ` +
      `decrypting alone ${load.bareMs} ms`,
  );

  print('search: random templates of length 1, one a person (synthetic)');
  const n: Record<string, SearchFigures> = {};
  for (const size of sizes) {
    note(`searching ${size} templates`);
    const figures = await timeSearch(size);
    n[size] = figures;
    const { p50Ms, p95Ms, bruteForceMs, bandwidthBoundMs } = figures;
    print(
      `${size}: p50 ${p50Ms} ms, p95 ${p95Ms} ms; brute force ${bruteForceMs} ms; reading its bytes ${bandwidthBoundMs} ms`,
    );
  }
  if (json) process.stdout.write(`${JSON.stringify({ n, load })}\n`);

  function print(line: string): void {
    (json ? process.stderr : process.stdout).write(`${line}\n`);
  }
}

async function timeSearch(size: number): Promise<SearchFigures> {
  const next = randomTemplates(TEMPLATE_LENGTH);
  const flat = new Float32Array(size * TEMPLATE_LENGTH);
  const gallery = new Gallery();
  for (let row = 0; row < size; row++) {
    const template = next();
    flat.set(template, row * TEMPLATE_LENGTH);
    gallery.add(`person-${row}`, [{ template, second: null }]);
  }
  // Neither calloc's shared page of zeros nor a byte that is looked for.
  const bytes = Buffer.alloc(size * TEMPLATE_LENGTH, 1);
  try {
    await timesOf(QUERIES / 10, () => gallery.nearest(next(), CANDIDATES));
    const searching = await timesOf(QUERIES, () => gallery.nearest(next(), CANDIDATES));
    return {
      p50Ms: quantile(searching, 0.5),
      p95Ms: quantile(searching, 0.95),
      bruteForceMs: quantile(await timesOf(BRUTE_FORCE_QUERIES, () => bruteForce(flat, next())), 0.5),
      // memchr reads with the widest instructions there are.
      bandwidthBoundMs: quantile(await timesOf(READINGS, () => bytes.indexOf(2)), 0.5),
    };
  } finally {
    await gallery.stop();
  }
}

/** The nearest row. */
function bruteForce(flat: Float32Array, probe: Float32Array): number {
  let [nearest, least] = [-1, Infinity];
  for (let first = 0; first < flat.length; first += TEMPLATE_LENGTH) {
    let squared = 0;
    for (let index = 0; index < TEMPLATE_LENGTH; index++) {
      const difference = (flat[first + index] as number) - (probe[index] as number);
      squared += difference * difference;
    }
    if (squared < least) [nearest, least] = [first / TEMPLATE_LENGTH, squared];
  }
  return nearest;
}

/** From a database on disk to a gallery that answers. */
async function timeLoad(templates: number): Promise<LoadFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  const gallery = new Gallery();
  try {
    const file = join(folder, 'rollcall.db');
    const keyring = new Keyring(masterKey(randomBytes(32)));
    fillGallery({ file, people: templates, keyring, models: MODELS });
    const database = openSqlite(file);
    const rows = new TemplateRepository(database);
    const logger = createLogger('error');
    const start = performance.now();
    await loadGallery({ templates: rows, gallery, keyring, ...MODELS, logger });
    const ms = performance.now() - start;
    await gallery.fuse([], new Float32Array(TEMPLATE_LENGTH), new Float32Array(SECOND_TEMPLATE_LENGTH), 1);
    const withSecondMs = performance.now() - start;
    if (gallery.size !== templates) throw new Error(`${gallery.size} of ${templates} templates were loaded`);
    const stored = await rows.listFirst(MODELS.modelId, templates, null);
    const [bareMs] = await timesOf(1, () => {
      for (const { sampleId, employeeId, keyId, sealed, wrapped, masterKeyId } of stored) {
        const key = unwrap(keyring.all, {
          id: keyId,
          employeeId,
          wrapped: new Uint8Array(wrapped!),
          masterKeyId: masterKeyId!,
        });
        openTemplate(key, sealed!, { sampleId, employeeId, modelId: MODELS.modelId });
      }
    });
    await database.close();
    return { templates, ms: rounded(ms), withSecondMs: rounded(withSecondMs), bareMs: rounded(bareMs!) };
  } finally {
    await gallery.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timesOf(count: number, work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < count; time++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

/** In milliseconds, to a hundredth. */
function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return rounded(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
