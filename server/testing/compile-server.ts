import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Projects of tests set up in one process, each with a module of its own. */
const run = globalThis as { isServerCompiled?: boolean };

/**
 * Compiles the server into dist/ before the tests, once a run: worker threads load their program from there. Type errors
 * are printed and hold up no test; the type check of `npm run check` is what fails on them.
 */
export function setup(): void {
  if (run.isServerCompiled) return;
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const { error, status, stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (error) throw error;
  run.isServerCompiled = true;
  if (status !== 0) process.stderr.write(`The server does not compile without errors:\n${stdout}\n`);
}
