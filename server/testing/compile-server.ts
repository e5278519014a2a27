import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Compiles the server into dist/ before the tests: worker threads load their program from there. Only what changed is
 * compiled anew. Type errors are printed and hold up no test; the type check of `npm run check` is what fails on them.
 */
export function setup(): void {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const { error, status, stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) process.stderr.write(`The server does not compile without errors:\n${stdout}\n`);
}
