import { benchRecognition } from './bench-recognition.js';
import { benchSearch } from './bench-search.js';

const BENCHES: Record<string, (options: { json: boolean; soak: number | null }) => Promise<void>> = {
  recognition: benchRecognition,
  search: benchSearch,
};

/** npm run bench -- <what> [--json]; with --json the last line of stdout is the figures. */
const [name = '', ...options] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  await bench({ json: options.includes('--json'), soak: soakOf(options) });
} else {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join('|')} [--json]\n     recognition [--soak photos]`);
  process.exitCode = 2;
}

function soakOf(given: string[]): number | null {
  const at = given.indexOf('--soak');
  if (at < 0) return null;
  const photos = Number(given[at + 1] ?? 10_000);
  if (!Number.isInteger(photos) || photos < 1) throw new RangeError('--soak wants a number of photos');
  return photos;
}
