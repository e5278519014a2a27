import { createHash } from 'node:crypto';
import { DomainError } from '../errors.js';
import type { JobRun } from '../jobs/job-kind.js';
import type { Json } from '../storage/canonical-json.js';
import type { RunFolder } from './run-folder.js';
import { stepNames, type StepName } from './step-names.js';

/** The end of a run before its last step: it was asked for no more. */
export class RunEndsHere extends Error {}

/** What a step read and what it gave: small, for people and for the history. */
export interface StepRecord {
  /** SHA-256 of what each of the steps that it builds on wrote. */
  inputs: Record<string, string>;
  summary: Record<string, Json>;
  /** Of the wall clock. */
  seconds: number;
}

interface StepFile<Detail> extends StepRecord {
  detail: Detail;
}

/** The steps of one run: each is done once, and what it gave lies in the run's folder. */
export class PipelineRun {
  constructor(
    private readonly job: Pick<JobRun<unknown>, 'step' | 'signal' | 'progress'>,
    readonly folder: RunFolder,
    private readonly until: StepName | null,
  ) {}

  get signal(): AbortSignal {
    return this.job.signal;
  }

  /** Units done of the step under way. */
  readonly progress = (done: number, total: number): void => this.job.progress(done, total);

  /**
   * Gives what the step gave: now, or when it was done before. `inputs` are the steps whose results `work` uses. Throws
   * RunEndsHere after the last one that was asked for.
   */
  async step<Detail>(
    name: StepName,
    inputs: readonly StepName[],
    work: () => Promise<{ summary: Record<string, Json>; detail: Detail }>,
  ): Promise<Detail> {
    const { job, folder } = this;
    job.signal.throwIfAborted();
    await job.step(name, async () => {
      const there = await folder.read<StepFile<Detail>>(name);
      if (there) return recordOf(there);
      const number = stepNames.indexOf(name) + 1;
      job.progress(0, 0, `${number} of ${stepNames.length}: ${name}`);
      const started = performance.now();
      const { summary, detail } = await work();
      const file = {
        inputs: await this.digests(inputs),
        summary,
        seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
        detail,
      };
      await folder.write(name, file);
      return recordOf(file);
    });
    const file = await folder.read<StepFile<Detail>>(name);
    if (!file) throw new DomainError('CONFLICT', `What the step ${name} gave is gone. Begin a new run.`);
    if (name === this.until) throw new RunEndsHere();
    return file.detail;
  }

  private async digests(names: readonly StepName[]): Promise<Record<string, string>> {
    const digests: Record<string, string> = {};
    for (const name of names) {
      const file = await this.folder.read<StepFile<unknown>>(name);
      digests[name] = createHash('sha256').update(JSON.stringify(file?.detail)).digest('hex');
    }
    return digests;
  }
}

const recordOf = ({ inputs, summary, seconds }: StepRecord): StepRecord => ({ inputs, summary, seconds });
