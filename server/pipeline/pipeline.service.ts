import { ConflictError } from '../errors.js';
import type { Job, JobService } from '../jobs/job.service.js';
import type { Page, PageRequest } from '../paging.js';
import type { StepRecord } from './pipeline-run.js';
import { PIPELINE, pipelinePayload, type PipelinePayload, type PipelineResult } from './pipeline.js';
import { stepNames, type StepName } from './step-names.js';

/** A step that is done. */
export interface DoneStep extends StepRecord {
  name: StepName;
  finishedAt: Date;
}

/** A run as it is read: the job, its steps so far, and what came of it. */
export interface ReadRun {
  job: Job;
  steps: DoneStep[];
  result: PipelineResult | null;
}

/** Runs of the pipeline: begun by hand, and looked at. Their jobs are watched, stopped and tried again like all jobs. */
export class PipelineService {
  constructor(private readonly dependencies: { jobs: JobService }) {}

  /** Begins a run. Throws CONFLICT while another one, asked for something else, waits or is at work. */
  async start(asked: Partial<PipelinePayload>, source: string): Promise<ReadRun> {
    const payload = pipelinePayload.parse(asked);
    const job = await this.dependencies.jobs.enqueue(PIPELINE, payload, { source, key: 'now' });
    if (JSON.stringify(pipelinePayload.parse(job.payload)) !== JSON.stringify(payload)) {
      throw new ConflictError('RUNS_ALREADY', 'Another run is under way. Wait for its end, or cancel it.');
    }
    return this.read(job);
  }

  /** Newest first. Throws BAD_USER_INPUT for a page that is off. */
  async list(request: PageRequest): Promise<Page<ReadRun>> {
    const { edges, pageInfo } = await this.dependencies.jobs.list({ kind: PIPELINE }, request);
    return {
      edges: await Promise.all(edges.map(async ({ cursor, node }) => ({ cursor, node: await this.read(node) }))),
      pageInfo,
    };
  }

  private async read(job: Job): Promise<ReadRun> {
    const steps = await this.dependencies.jobs.listSteps(job.id);
    const done = steps.map(({ name, result, finishedAt }) => ({
      ...(result as unknown as StepRecord),
      name: name as StepName,
      finishedAt,
    }));
    done.sort((a, b) => stepNames.indexOf(a.name) - stepNames.indexOf(b.name));
    return { job, steps: done, result: job.result as unknown as PipelineResult | null };
  }
}
