import { parseArgs } from 'node:util';
import { systemClock } from '../clock.js';
import { loadConfig } from '../config.js';
import { copyDatabase } from '../database/copy-database.js';
import type { Database } from '../database/database.js';
import { lockDataDir } from '../database/instance-lock.js';
import { startDatabase } from '../database/start-database.js';
import { DomainError, StartupError } from '../errors.js';
import { orOneLine } from './with-installation.js';

/**
 * npm run db:copy -- --from file:data/rollcall.db --to postgresql://… [--json]: everything in the one database into the
 * other one, which has to be empty. Ctrl-C stops it after the batch under way, and the same command goes on from there.
 * The server must not run.
 */
const SHOWN_EVERY_MS = 500;
const { values } = parseArgs({
  options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean', default: false } },
});

process.umask(0o077);
await orOneLine(async () => {
  const [source, target] = [locationOf('--from', values.from), locationOf('--to', values.to)];
  if (values.from === values.to) throw new StartupError(['--from and --to are the same database.']);
  const lock = lockDataDir(loadConfig().dataDir);
  const opened: Database[] = [];
  try {
    for (const location of [source, target]) {
      opened.push(
        await startDatabase(location, { now: () => systemClock.now(), mayBeUnfinished: location === target }),
      );
    }
    await copy(opened[0]!, opened[1]!);
  } finally {
    for (const database of opened) await database.close();
    lock.release();
  }
});

async function copy(from: Database, to: Database): Promise<void> {
  const started = performance.now();
  const stopping = new AbortController();
  const stop = () => stopping.abort(new DomainError('CONFLICT', 'Stopped. Run it again to go on.'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  let shownAt = -Infinity;
  const tables = await copyDatabase({
    from,
    to,
    signal: stopping.signal,
    onProgress({ step, table, done, total }) {
      if (performance.now() - shownAt < SHOWN_EVERY_MS) return;
      shownAt = performance.now();
      console.error(`${step} ${done} of ${total} ${table}`);
    },
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  if (values.json) console.log(JSON.stringify({ rows, seconds, tables }));
  else {
    for (const table of tables) console.log(`${table.table}: ${table.rows}`);
    console.log(`${rows} rows are the same in both (${seconds} s). Set DATABASE_URL to the copy and start the server.`);
  }
}

function locationOf(option: string, url: string | undefined) {
  if (!url) throw new StartupError([`${option}: name the database, file:… or postgresql://…`]);
  try {
    return loadConfig({ ...process.env, DATABASE_URL: url }).database;
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    throw new StartupError(error.problems.map((problem) => problem.replace('DATABASE_URL', option)));
  }
}
