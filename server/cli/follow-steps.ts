import type { Job, JobService } from '../jobs/job.service.js';
import { ProgressBar } from '../recognition/evaluation/progress-bar.js';

const ENDED: ReadonlySet<Job['state']> = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

/** Shows on standard error which step a run is at and how far, until it has ended. */
export async function followSteps(jobs: JobService, id: string): Promise<Job> {
  let told: string | null = null;
  let bar: ProgressBar | null = null;
  for await (const job of jobs.watch(id)) {
    if (job.message !== null && job.message !== told) {
      told = job.message;
      bar = null;
      console.error(`Step ${told}`);
    }
    if (ENDED.has(job.state)) return job;
    if (job.total > 1 && job.done > 0) (bar ??= new ProgressBar(job.total, 'samples')).show(job.done);
  }
  throw new Error('the job is no longer watched');
}
