// node .ci/drift.mjs <npm script> <path>: fails when what the script generates differs from what is there. The working
// tree may be dirty; it is left as it was.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [script, path] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'rollcall-drift-'));
const saved = join(folder, 'saved');
const existed = existsSync(path);
if (existed) cpSync(path, saved, { recursive: true, preserveTimestamps: true });
try {
  const run = spawnSync(`npm run --silent ${script}`, { shell: true, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`\`npm run ${script}\` failed:\n${run.stdout}${run.stderr}`);
  const before = contents(saved);
  const after = contents(path);
  const drifted = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  if (drifted.length > 0) {
    const names = drifted.map((name) => `  ${path}${name}`).join('\n');
    throw new Error(`Not up to date:\n${names}\nRun \`npm run ${script}\` and commit what it writes.`);
  }
  console.log(`${path} is up to date.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(path, { recursive: true, force: true });
  if (existed) cpSync(saved, path, { recursive: true, preserveTimestamps: true });
  rmSync(folder, { recursive: true, force: true });
}

/** The text of each file below a path, by its name relative to it ('' for a single file). */
function contents(root, name = '') {
  const full = root + name;
  if (!existsSync(full)) return new Map();
  if (!statSync(full).isDirectory()) return new Map([[name, readFileSync(full, 'utf8')]]);
  return new Map(readdirSync(full).flatMap((child) => [...contents(root, `${name}/${child}`)]));
}
