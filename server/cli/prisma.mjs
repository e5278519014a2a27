// Prisma's CLI without its schema engine, which it would fetch from a host of its own before every command. The commands
// below never use it, but the CLI wants to see an executable: node's own satisfies it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

const WITHOUT_ENGINE = ['generate', 'validate', 'format', 'studio', 'version', '--help', '--version'];

const [command = '--help', ...rest] = process.argv.slice(2);
if (!WITHOUT_ENGINE.includes(command)) {
  console.error(
    `\`prisma ${command}\` needs an engine that is not installed. To change the database's structure: edit`,
  );
  console.error(
    'prisma/schema.prisma, then `npm run db:migrate -- --name what_changed`; the server applies it at the start.',
  );
  process.exit(1);
}

const quiet = command === 'generate' ? ['--no-hints'] : [];
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
// A client for each database that a server may have.
const schemas = ['prisma/schema.prisma', 'prisma/postgresql/schema.prisma'];
const runs = command === 'generate' ? schemas.map((schema) => ['--schema', schema]) : [[]];
const env = { PRISMA_HIDE_UPDATE_MESSAGE: '1', ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
for (const which of runs) {
  const child = spawn(process.execPath, [cli, command, ...quiet, ...which, ...rest], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) process.exit(code ?? (signal ? 0 : 1));
}
