// Compiles and restarts the server, and reloads the pages, as files change. Ends when one of the three ends.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
// Without type checks: the first save may well be the one that repairs a type.
const first = spawnSync('npm run --silent generate && tsc --noCheck', { stdio: 'inherit', shell: true });
if (first.status !== 0) process.exit(1);

const children = [
  ['tsc', process.execPath, ['node_modules/typescript/bin/tsc', '--watch', '--preserveWatchOutput']],
  ['server', process.execPath, ['--watch', '--watch-preserve-output', 'dist/server/main.js']],
  ['web', process.execPath, ['node_modules/vite/bin/vite.js']],
].map(([name, command, args]) => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.setEncoding('utf8').on('data', (text) => to.write(text.replace(/^(?=.)/gm, `[${name}] `)));
  }
  child.on('exit', (code) => stop(code ?? 0));
  return child;
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));

function stop(code) {
  process.exitCode ??= code;
  for (const child of children) child.kill('SIGTERM');
}
