import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

interface Job {
  id: string;
  kind: string;
  state: string;
  result: string | null;
  runAt: string;
}
const FIELDS = '{ id kind state result runAt }';

it('shows administrators what is planned, runs it when asked to, and tells those who watch', async () => {
  const { jobs } = await test.admin.ask<{ jobs: { edges: { node: Job }[] } }>(
    `{ jobs(kind: "housekeeping") { edges { node ${FIELDS} } } }`,
  );
  expect(jobs.edges.map(({ node }) => node)).toMatchObject([{ state: 'QUEUED', runAt: '2026-03-03T02:17:00.000Z' }]);

  const { runJob } = await test.admin.ask<{ runJob: Job }>(`mutation { runJob(kind: "housekeeping") ${FIELDS} }`);
  const socket = test.admin.socket();
  const changes = socket.iterate<{ jobChanged: Job }>({
    query: `subscription ($id: ID) { jobChanged(id: $id) ${FIELDS} }`,
    variables: { id: runJob.id },
  });
  for await (const { data } of changes) {
    expect(data?.jobChanged.id).toBe(runJob.id);
    if (data?.jobChanged.state !== 'SUCCEEDED') continue;
    expect(JSON.parse(data.jobChanged.result!)).toEqual({ forgottenJobs: 0 });
    break;
  }
  await socket.dispose();
});

it('shows jobs to nobody else', async () => {
  const answer = await test.anonymous.send('{ jobs { edges { node { id } } } }');
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
