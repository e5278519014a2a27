import type { Job } from '../jobs/job.service.js';
import type { TestApp } from './create-test-app.js';

/** What an import goes by unless a test says otherwise. */
const RULES = { position: 'Employee', department: 'Unassigned', siteId: null, consentRecorded: true, source: 'cli' };

export const enqueueImport = (test: TestApp, kind: string, path: string, overrides: object = {}): Promise<Job> =>
  test.app.services.jobs.enqueue(kind, { path, ...RULES, ...overrides }, { source: 'cli' });

export async function endOfJob(test: TestApp, id: string): Promise<Job> {
  for await (const job of test.app.services.jobs.watch(id)) if (job.finishedAt) return job;
  throw new Error('the job is no longer watched');
}

/** What the import gave. Throws in its words when it failed. */
export async function runImport<Result>(
  test: TestApp,
  kind: string,
  path: string,
  overrides: object = {},
): Promise<Result> {
  const { state, message, result } = await endOfJob(test, (await enqueueImport(test, kind, path, overrides)).id);
  if (state !== 'SUCCEEDED') throw new Error(message ?? state);
  return result as Result;
}
