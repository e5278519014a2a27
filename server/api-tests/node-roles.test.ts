import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../config.js';
import { createLogger } from '../logger.js';
import { createRecognitionNode, type RecognitionNode } from '../recognition-node.js';
import { RemoteFaceEngine } from '../recognition/remote/remote-face-engine.js';
import { file } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { FakeFaceEngine, photoOf } from '../testing/fake-face-engine.js';
import { makePostgresql, type TestLocation } from '../testing/test-location.js';
import { describeWithNodes, REDIS_URL } from '../testing/with-nodes.js';

// A node for each role, as where recognition is scaled apart: only one of them serves people, one looks at photographs.

interface Job {
  id: string;
  state: string;
  result: string | null;
}
const FIELDS = '{ id state result }';

describeWithNodes('nodes with a role each', () => {
  const RECOGNITION_SECRET = 'what-all-nodes-of-a-test-know-by-heart';
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'));
  const logger = createLogger(process.env.TEST_LOG_LEVEL ?? 'silent');
  let location: TestLocation;
  let recognition: RecognitionNode;
  let api: TestApp;
  let worker: TestApp;

  let plannedByApi: unknown[];
  let queued: Job;

  const startRecognition = (port: number) => {
    const settings = { ROLES: 'recognition', RECOGNITION_PORT: `${port}`, RECOGNITION_SECRET, LOG_LEVEL: 'silent' };
    return createRecognitionNode(loadConfig(settings), { engine: new FakeFaceEngine() });
  };
  /** A node on the shared data that has its faces found by the node for it. */
  const startNode = (ROLES: string, shared: NodeJS.ProcessEnv) => {
    const url = `http://127.0.0.1:${recognition.port}`;
    const { modelId, secondModelId } = new FakeFaceEngine();
    const nodes = { urls: [url], secret: RECOGNITION_SECRET, models: { modelId, secondModelId }, logger };
    return createTestApp({
      env: { ...shared, ROLES, RECOGNITION_URL: url, RECOGNITION_SECRET },
      engine: () => RemoteFaceEngine.connect(nodes),
    });
  };
  beforeAll(async () => {
    location = await makePostgresql(process.env.TEST_POSTGRESQL_TEMPLATE);
    const shared = {
      DATABASE_URL: location.url,
      REDIS_URL,
      TEMPLATE_KEY: randomBytes(32).toString('base64'),
      FACE_IMAGES_DIR: join(folder, 'Face Images'),
      MODELS_DIR: join(folder, 'models'),
      METRICS_PORT: '0',
    };
    recognition = await startRecognition(0);
    api = await startNode('api', shared);
    plannedByApi = await listJobs();
    queued = (await api.admin.ask<{ runJob: Job }>(`mutation { runJob(kind: "housekeeping") ${FIELDS} }`)).runJob;
    worker = await startNode('worker', shared);
  });
  afterAll(async () => {
    await Promise.all([api?.stop(), worker?.stop()]);
    await recognition?.stop();
    await location?.drop();
    rmSync(folder, { recursive: true });
  });

  const listJobs = async () => {
    const query = `{ jobs(kind: "housekeeping") { edges { node ${FIELDS} } } }`;
    const { jobs } = await api.admin.ask<{ jobs: { edges: { node: Job }[] } }>(query);
    return jobs.edges.map(({ node }) => node);
  };
  const metricsOf = async ({ app }: TestApp) =>
    (await fetch(`http://127.0.0.1:${await app.serveMetrics()}/metrics`)).text();

  it('register, recognise and record at one who is looked at by another', async () => {
    const kiosk = await createKiosk(api.admin, { name: 'Front door' });
    await register(api.admin, 1);
    expect(await punch(kiosk, 'checkIn', await photoOf(1, 40))).toMatchObject({
      __typename: 'AttendanceRecorded',
      event: { kind: 'CHECK_IN', method: 'FACE', employee: { name: 'Person 1' } },
    });
    expect(await punch(kiosk, 'checkIn', await photoOf(2))).toMatchObject({ reason: 'UNKNOWN_FACE' });
    expect(await metricsOf(api)).toContain('rollcall_recognition_nodes{state="up"} 1');
  });

  it('leave jobs to the one that is a worker, and watch them everywhere', async () => {
    // Whoever runs jobs plans the next run of each schedule at its start.
    expect(plannedByApi).toEqual([]);
    expect((await listJobs()).map(({ state }) => state)).toContain('QUEUED');
    expect(queued.state).toBe('QUEUED');
    const socket = api.admin.socket();
    const changes = socket.iterate<{ jobChanged: Job }>({
      query: `subscription ($id: ID) { jobChanged(id: $id) ${FIELDS} }`,
      variables: { id: queued.id },
    });
    for await (const { data } of changes) {
      if (data?.jobChanged.state !== 'SUCCEEDED') continue;
      expect(JSON.parse(data.jobChanged.result!)).toEqual({ forgottenJobs: 0 });
      break;
    }
    await socket.dispose();
    expect(await metricsOf(worker)).toContain('rollcall_jobs{state="SUCCEEDED"} 1');
  });

  it('say whether they are well, and serve nothing that is not their role', async () => {
    const nodes = [api.anonymous.url, worker.anonymous.url, `http://127.0.0.1:${recognition.port}`];
    for (const url of nodes) {
      expect((await fetch(`${url}/livez`)).status).toBe(200);
      expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
    }
    for (const url of nodes.slice(1)) {
      expect((await fetch(`${url}/graphql`, { method: 'POST', body: '{}' })).status).toBe(404);
    }
  });

  it('ask for another try while nobody recognises, and need no restart afterwards', async () => {
    const recognize = async () =>
      api.admin.send('mutation ($photo: Upload!) { recognize(photo: $photo) { __typename } }', {
        photo: file(await photoOf(9)),
      });
    const { port } = recognition;
    await recognition.stop();
    expect((await recognize()).errors).toMatchObject([{ extensions: { code: 'BUSY' } }]);
    expect((await fetch(`${api.anonymous.url}/readyz`)).status).toBe(200);
    recognition = await startRecognition(port);
    expect((await recognize()).data).toEqual({ recognize: { __typename: 'Refusal' } });
  });
});
