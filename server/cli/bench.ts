import { benchAttendance } from './bench-attendance.js';
import { benchCheckIns } from './bench-checkins.js';
import { benchFanout } from './bench-fanout.js';
import { benchGraphql } from './bench-graphql.js';
import { benchImport } from './bench-import.js';
import { benchRecognition } from './bench-recognition.js';
import { benchSearch } from './bench-search.js';
import { benchStart } from './bench-start.js';

interface BenchOptions {
  json: boolean;
  soak: number | null;
  rows: number | undefined;
  photos: number | undefined;
  dataset: string | undefined;
}

const BENCHES: Record<string, (options: BenchOptions) => Promise<void>> = {
  attendance: benchAttendance,
  checkins: benchCheckIns,
  fanout: benchFanout,
  graphql: benchGraphql,
  import: benchImport,
  recognition: benchRecognition,
  search: benchSearch,
  start: benchStart,
};

/** npm run bench -- <what> [--json]; with --json the last line of stdout is the figures. */
const [name = '', ...options] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  await bench({
    json: options.includes('--json'),
    soak: countOf(options, '--soak', 10_000) ?? null,
    rows: countOf(options, '--rows', 100_000),
    photos: countOf(options, '--photos', 10_000),
    dataset: options.includes('--dataset') ? options[options.indexOf('--dataset') + 1] : undefined,
  });
} else {
  console.error(
    `npm run bench -- ${Object.keys(BENCHES).join('|')} [--json]\n     recognition [--soak photos]\n     attendance [--rows events]\n     import [--photos photos] [--dataset folder]`,
  );
  process.exitCode = 2;
}

/** What an option counts; undefined where it is not given. */
function countOf(given: string[], option: string, usual: number): number | undefined {
  const at = given.indexOf(option);
  if (at < 0) return undefined;
  const count = Number(given[at + 1] ?? usual);
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`${option} wants a number from 1 on`);
  return count;
}
