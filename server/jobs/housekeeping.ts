import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { JobKind } from './job-kind.js';
import type { JobRepository } from './job.repository.js';

const JOBS_KEPT_DAYS = 90;

/** Forgets every night jobs that ended long ago. */
export function housekeeping(dependencies: {
  jobs: Pick<JobRepository, 'deleteFinishedBefore'>;
  clock: Clock;
}): JobKind<object> {
  const { jobs, clock } = dependencies;
  return {
    name: 'housekeeping',
    payload: z.object({}),
    maxAttempts: 3,
    cron: '17 3 * * *',
    async run() {
      const before = new Date(clock.now().getTime() - JOBS_KEPT_DAYS * 86_400_000);
      return { forgottenJobs: await jobs.deleteFinishedBefore(before) };
    },
  };
}
