import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { ConflictError, DomainError } from '../errors.js';
import type { JobKind, JobRun } from '../jobs/job-kind.js';
import { DatasetError } from '../recognition/evaluation/dataset.js';
import type { DerivedSeal } from '../storage/derived-seal.js';
import type { ModelService } from '../models/model.service.js';
import { PipelineRun, RunEndsHere } from './pipeline-run.js';
import { PipelineSteps, type StepTools } from './pipeline-steps.js';
import { forgetOldRuns, RunFolder } from './run-folder.js';
import type { SampleSource } from './sample-source.js';
import { stepNames } from './step-names.js';

export const PIPELINE = 'pipeline';

/** What a run is asked for. */
export const pipelinePayload = z.object({
  /** Names a run that goes on later; null for one of its own. */
  run: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{2,59}$/, 'must be 3 to 60 small letters, digits and dashes')
    .nullable()
    .default(null),
  /** A folder of photographs on this machine; null for the people who are enrolled. */
  dataset: z.string().min(1).max(4096).nullable().default(null),
  /** Whether good check-ins become samples of people whose samples age. */
  fromCheckIns: z.boolean().default(false),
  /** Whether what passes the gate goes into production by itself. */
  promote: z.boolean().default(false),
  /** The last step to do; null for all. */
  until: z.enum(stepNames).nullable().default(null),
});
export type PipelinePayload = z.output<typeof pipelinePayload>;

export interface PipelineResult {
  run: string;
  /** "made" a version, ended at the step that was asked for, or had too few samples. */
  outcome: 'made' | 'ended' | 'not enough';
  version: string | null;
  passed: boolean | null;
  reasons: readonly string[];
  promoted: boolean;
}

/** Samples -> a version that was judged, as a job that goes on after a stop where it was. */
export function pipelineKind(
  dependencies: {
    sourceOf: (payload: Pick<PipelinePayload, 'dataset' | 'fromCheckIns'>) => SampleSource;
    models: ModelService;
    tools: StepTools;
    modelsDir: string;
    seal: Pick<DerivedSeal, 'seal' | 'open'>;
    clock: Clock;
  },
  /** Null for no schedule. */
  cron: string | null,
): JobKind<PipelinePayload> {
  const { sourceOf, models, tools, modelsDir, seal, clock } = dependencies;
  return {
    name: PIPELINE,
    payload: pipelinePayload,
    maxAttempts: 3,
    ...(cron !== null && { cron }),
    async run(job) {
      const { promote, until } = job.payload;
      const name = job.payload.run ?? `run-${job.id.slice(-12)}`;
      await forgetOldRuns(modelsDir, clock.now());
      const folder = new RunFolder(modelsDir, name, seal);
      const startedAt = await settle(folder, job, clock);
      const run = new PipelineRun(job, folder, until === stepNames.at(-1) ? null : until);
      const versionId = `${startedAt.slice(0, 10)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
      const steps = new PipelineSteps(run, sourceOf(job.payload), { models, ...tools }, { id: versionId, startedAt });
      const result: PipelineResult = {
        run: name,
        outcome: 'made',
        version: null,
        passed: null,
        reasons: [],
        promoted: false,
      };
      try {
        const { gate } = await steps.makeVersion();
        Object.assign(result, { version: versionId, ...gate });
        const { promoted } = await run.step('promote', ['compare'], async () => {
          const detail = { promoted: promote && gate.passed };
          if (detail.promoted) await promoteOnce(models, versionId);
          return { summary: detail, detail };
        });
        await folder.removeSealed();
        return { ...result, promoted };
      } catch (error) {
        if (error instanceof RunEndsHere) return { ...result, outcome: 'ended' };
        if (!(error instanceof DatasetError)) throw error;
        await folder.removeSealed();
        return { ...result, outcome: 'not enough', reasons: [error.message] };
      }
    },
  };
}

/** When the run was begun first. Throws CONFLICT where a run of this name is of other samples. */
async function settle(folder: RunFolder, job: JobRun<PipelinePayload>, clock: Clock): Promise<string> {
  const { dataset, fromCheckIns } = job.payload;
  const asked = { dataset, fromCheckIns };
  const there = await folder.read<{ startedAt: string; asked: typeof asked }>('run');
  if (!there) {
    const startedAt = clock.now().toISOString();
    await folder.write('run', { startedAt, asked });
    return startedAt;
  }
  if (JSON.stringify(there.asked) === JSON.stringify(asked)) return there.startedAt;
  throw new DomainError('CONFLICT', `The run ${folder.run} is of other samples. Give this one another name.`);
}

/** A stop may have come between the promotion and the note of it. */
async function promoteOnce(models: ModelService, id: string): Promise<void> {
  try {
    await models.promote(id, { source: PIPELINE });
  } catch (error) {
    if (!(error instanceof ConflictError && error.reason === 'CHANGES_NOTHING')) throw error;
  }
}
