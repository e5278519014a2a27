import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { createApp } from '../app.js';
import { loadConfig } from '../config.js';
import { DomainError, StartupError } from '../errors.js';
import { IMPORT_PEOPLE } from '../importing/import-people.js';
import type { Job } from '../jobs/job.service.js';
import { followJob } from './follow-job.js';
import { importWords, type ImportResult } from './import-words.js';
import { parseImportSettings, type ImportSettings } from './import-settings.js';

const SOURCE = 'cli';

// What this writes is read by nobody else.
process.umask(0o077);
try {
  await run(parseImportSettings(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StartupError || error instanceof DomainError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Imports in this process, which needs the data for itself: a server that is running has to be stopped first. */
async function run({ json, path, ...rules }: ImportSettings): Promise<void> {
  const config = loadConfig();
  const recognitionWorkers = config.recognitionWorkers ?? availableParallelism();
  const app = await createApp({ ...config, recognitionWorkers, logLevel: 'warn' });
  let isStopped = false;
  process.once('SIGINT', () => {
    isStopped = true;
    console.error('\nStopping: the person under way is finished first. The same command goes on from there.');
    void app.stop().then(() => process.exit(130));
  });
  try {
    const payload = { path: resolve(path), ...rules, siteId: null, source: SOURCE };
    const key = JSON.stringify(payload);
    const { jobs } = app.services;
    const job = await followJob(
      jobs,
      (await jobs.enqueue(IMPORT_PEOPLE, payload, { source: SOURCE, key })).id,
      'photos',
    );
    tell(job, json);
  } finally {
    if (!isStopped) await app.stop();
  }
}

function tell({ state, result, message }: Job, json: boolean): void {
  if (state !== 'SUCCEEDED') {
    console.error(message ?? `The import is ${state.toLowerCase()}.`);
    process.exitCode = 1;
    return;
  }
  console.log(importWords(result as unknown as ImportResult));
  if (json) console.log(JSON.stringify(result));
}
