// npm run check: everything that must hold. Says how long each step took and ends at the first row with a failure.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** One row after the other; what stands beside another in a row runs at the same time, what stands in one line in turn. */
const ROWS = [
  [['generate']],
  [['lint'], ['format:check', 'typecheck', 'db:migrate -- --check', 'configuration:check']],
  // These write what the others read, and put it back.
  [['schema:check', 'codegen:check']],
  // Builds first, unless this very tree is built.
  [['test']],
];

for (const row of ROWS) {
  const passed = await Promise.all(row.map((line) => runLine(line, row.length === 1)));
  if (passed.includes(false)) process.exit(1);
}

async function runLine(scripts, isAlone) {
  for (const script of scripts) if (!(await run(script, isAlone))) return false;
  return true;
}

/** What runs beside others says what it has to say when it is done. */
function run(script, isAlone) {
  const start = performance.now();
  const said = [];
  const child = spawn(`npm run -s ${script}`, {
    shell: true,
    stdio: ['ignore', ...Array(2).fill(isAlone ? 'inherit' : 'pipe')],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${script} (${seconds} s)`);
      resolve(code === 0);
    });
  });
}
