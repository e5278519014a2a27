import type { Job, JobService } from '../jobs/job.service.js';
import { ProgressBar } from '../recognition/evaluation/progress-bar.js';

const ENDED: ReadonlySet<Job['state']> = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

/** Shows on standard error how far a job is, until it has ended. */
export async function followJob(jobs: JobService, id: string, unit: string): Promise<Job> {
  let bar: ProgressBar | null = null;
  for await (const job of jobs.watch(id)) {
    if (ENDED.has(job.state)) {
      if (job.state === 'SUCCEEDED' && job.total > 0) bar?.show(job.total);
      return job;
    }
    if (job.total > 0 && job.done < job.total) {
      bar ??= new ProgressBar(job.total, unit);
      bar.show(job.done);
    }
  }
  throw new Error('the job is no longer watched');
}
