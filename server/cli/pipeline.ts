import { join, resolve } from 'node:path';
import type { App } from '../app.js';
import type { Config } from '../config.js';
import { DomainError } from '../errors.js';
import { PIPELINE, type PipelineResult } from '../pipeline/pipeline.js';
import { parsePipelineSettings, type PipelineSettings } from './pipeline-settings.js';
import { followSteps } from './follow-steps.js';
import { orOneLine, withRecognition } from './with-installation.js';

const SOURCE = 'cli';

// What this writes is read by nobody else.
process.umask(0o077);
await orOneLine(async () => {
  const settings = parsePipelineSettings(process.argv.slice(2));
  await withRecognition('. The same command goes on from there.', async (app, config) => {
    const act = { action: `pipeline ${settings.act}`, actor: 'command', actorName: null, address: null };
    const told =
      settings.act === 'run'
        ? await run(app, config, settings)
        : await app.trail.run({ ...act, sent: { version: settings.version } }, () => change(app, settings));
    if (settings.json) console.log(JSON.stringify(told));
  });
});

/** Goes on with a run of the same name that was stopped, else begins one. Exit code 1 where no version passed. */
async function run({ services: { jobs } }: App, { modelsDir }: Config, settings: PipelineSettings): Promise<object> {
  const { dataset, fromCheckIns, promote, until } = settings;
  const payload = { run: settings.run, dataset: dataset && resolve(dataset), fromCheckIns, promote, until };
  const key = JSON.stringify(payload);
  const { id } = await jobs.enqueue(PIPELINE, payload, { source: SOURCE, key });
  const { state, message, result } = await followSteps(jobs, id);
  if (state !== 'SUCCEEDED') throw new DomainError('CONFLICT', message ?? `The run is ${state.toLowerCase()}.`);
  const made = result as unknown as PipelineResult;
  for (const reason of made.reasons) console.log(reason);
  if (made.version) {
    const verdict = made.promoted ? 'in production' : made.passed ? 'passed, waits to be promoted' : 'refused';
    console.log(`Version ${made.version}: ${verdict}. Report: ${join(modelsDir, made.version, 'report.html')}`);
  } else console.log(`Run ${made.run}: ${made.outcome}.`);
  if (made.outcome === 'not enough' || made.passed === false) process.exitCode = 1;
  return { ...made, steps: await jobs.listSteps(id) };
}

async function change({ services: { models } }: App, settings: PipelineSettings): Promise<object> {
  const { act, version, reason, despiteGate } = settings;
  if (act === 'promote') {
    const { id } = await models.promote(version!, { source: SOURCE, reason, despiteGate });
    console.log(`Version ${id} is in production.`);
    return { production: id };
  }
  if (act === 'roll-back') {
    const { id } = await models.rollBack({ source: SOURCE, reason });
    console.log(`${id} is in production again.`);
    return { production: id };
  }
  const { edges } = await models.list({ first: 50 });
  for (const { node } of edges) {
    const marks = [node.isProduction && 'production', node.isCandidate && 'candidate', !node.passed && 'refused'];
    console.log([node.id, node.createdAt.toISOString(), ...marks.filter(Boolean)].join('  '));
  }
  return { production: (await models.production()).id, versions: edges.map(({ node }) => node.card) };
}
