import { resolve } from 'node:path';
import { StartupError } from '../errors.js';
import { createInterface } from 'node:readline/promises';
import { IMPORT_PEOPLE } from '../importing/import-people.js';
import { MOVE_IN } from '../importing/move-in.js';
import type { Job } from '../jobs/job.service.js';
import { followJob } from './follow-job.js';
import { importWords, type ImportResult } from './import-words.js';
import { parseImportSettings, type ImportSettings } from './import-settings.js';
import { orOneLine, withRecognition } from './with-installation.js';

const SOURCE = 'cli';

// What this writes is read by nobody else.
process.umask(0o077);
await orOneLine(async () => run(parseImportSettings(process.argv.slice(2))));

/** Imports in this process, which needs the data for itself: a server that is running has to be stopped first. */
async function run({ json, path, isOldApplication, zone, ...rules }: ImportSettings): Promise<void> {
  const old = isOldApplication ? { timeZone: zone ?? (await askForZone()) } : null;
  const howToGoOn = ': the person under way is finished first. The same command goes on from there.';
  await withRecognition(howToGoOn, async ({ services: { jobs } }) => {
    const payload = { path: resolve(path), ...old, ...rules, siteId: null, source: SOURCE };
    const kind = old ? MOVE_IN : IMPORT_PEOPLE;
    const key = JSON.stringify(payload);
    const job = await followJob(jobs, (await jobs.enqueue(kind, payload, { source: SOURCE, key })).id, 'photos');
    tell(job, json);
  });
}

/** Throws StartupError where there is nobody to ask. */
async function askForZone(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new StartupError([
      'In which time zone were the times taken? Give it with --zone, such as --zone Europe/Berlin.',
    ]);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question('In which time zone were the times taken (such as Europe/Berlin)? ')).trim();
  } finally {
    terminal.close();
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
