// Builds what has changed since the last build, then becomes the program named in the arguments, if there is one:
//   node server/cli/build-if-stale.mjs [dist/server/main.js [its arguments]]
// The program runs in this very process, so that it gets every signal on every system.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const STAMP = 'dist/.built-from';
const INPUTS = ['server', 'web', 'prisma', 'package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts'];
const OUTPUTS = [
  'dist/server/main.js',
  'dist/web/index.html',
  'server/database/generated/client.ts',
  'server/database/generated-postgresql/client.ts',
];
const NOT_INPUTS = new Set([
  'server/database/generated',
  'server/database/generated-postgresql',
  'server/schema.graphql',
  'web/node_modules',
]);

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
buildIfStale();

const [, , program, ...programArguments] = process.argv;
if (program) {
  process.argv = [process.argv[0], resolve(program), ...programArguments];
  await import(pathToFileURL(resolve(program)).href);
}

function buildIfStale() {
  const inputs = digest();
  if (OUTPUTS.every(existsSync) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs) return;
  if (!existsSync('node_modules/typescript')) {
    stop('Cannot build: the development packages are missing. Run `npm ci --include=dev`, then this again.');
  }
  console.log('Building, because something changed since the last build …');
  rmSync(STAMP, { force: true });
  const npm = spawnSync('npm run --silent build', { stdio: 'inherit', shell: true });
  if (npm.status !== 0) stop('The build failed, see above.');
  mkdirSync('dist', { recursive: true });
  writeFileSync(STAMP, inputs);
}

/** Changes when a file is added, removed, or written to. */
function digest() {
  const hash = createHash('sha256').update(process.version);
  for (const input of INPUTS) {
    if (existsSync(input)) visit(input, (path, { mtimeMs, size }) => hash.update(`${path}:${mtimeMs}:${size}\n`));
  }
  return hash.digest('hex');
}

function visit(path, onFile) {
  if (NOT_INPUTS.has(path)) return;
  const stats = statSync(path);
  if (!stats.isDirectory()) return onFile(path, stats);
  for (const name of readdirSync(path).sort()) visit(`${path}/${name}`, onFile);
}

function stop(words) {
  console.error(words);
  process.exit(1);
}
