import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { listFiles } from '../testing/temporary-folder.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

const PEOPLE = 24;
const STEPS = ['INGEST', 'EMBED', 'VALIDATE', 'CALIBRATE', 'TRAIN', 'EVALUATE', 'COMPARE', 'PROMOTE'];

interface Run {
  id: string;
  outcome: string | null;
  versionId: string | null;
  reasons: string[];
  job: { state: string; message: string | null };
  steps: { name: string; summary: string; inputs: string }[];
}
const RUN = `id outcome versionId reasons job { state message } steps { name summary inputs }`;

async function start(input = ''): Promise<Run> {
  const { startPipeline } = await test.admin.ask<{ startPipeline: Run }>(
    `mutation { startPipeline${input} { __typename ... on PipelineRun { ${RUN} } ... on Conflict { reason } } }`,
  );
  return startPipeline;
}

/** Follows a run by the subscription of its job; gives the run, and the steps that were told on the way. */
async function follow(id: string): Promise<{ run: Run; told: Set<string> }> {
  const socket = test.admin.socket();
  const told = new Set<string>();
  const changes = socket.iterate<{ jobChanged: { state: string; message: string | null } }>({
    query: 'subscription ($id: ID) { jobChanged(id: $id) { state message } }',
    variables: { id },
  });
  for await (const { data } of changes) {
    if (data?.jobChanged.message) told.add(data.jobChanged.message);
    if (data?.jobChanged.state !== 'RUNNING' && data?.jobChanged.state !== 'QUEUED') break;
  }
  await socket.dispose();
  const { pipelineRuns } = await test.admin.ask<{ pipelineRuns: { edges: { node: Run }[] } }>(
    `{ pipelineRuns { edges { node { ${RUN} } } } }`,
  );
  return { run: pipelineRuns.edges.map(({ node }) => node).find((each) => each.id === id)!, told };
}

const production = async () =>
  (await test.admin.ask<{ productionModel: { id: string } }>('{ productionModel { id } }')).productionModel.id;

it('makes a version of the people who are enrolled, promotes it, and keeps no template in its files', async () => {
  for (let person = 1; person <= PEOPLE; person++) {
    await register(test.admin, person, { photos: [await photoOf(person), await photoOf(person, 250)] });
  }
  const { run, told } = await follow((await start('(input: { promote: true })')).id);
  expect(run).toMatchObject({ outcome: 'made', reasons: [], job: { state: 'SUCCEEDED' } });
  expect(run.steps.map(({ name }) => name)).toEqual(STEPS);
  expect(told.size).toBeGreaterThan(0);
  expect(JSON.parse(run.steps[0]!.summary)).toMatchObject({ source: 'installation', samples: 48, people: 24 });
  expect(JSON.parse(run.steps[5]!.summary)).toMatchObject({ fnir: 0, fpir: 0, rank1: 1 });
  // PostgreSQL keeps no order of keys.
  expect(new Set(Object.keys(JSON.parse(run.steps[5]!.inputs) as object))).toEqual(
    new Set(['ingest', 'embed', 'validate', 'calibrate', 'train']),
  );
  expect(await production()).toBe(run.versionId);

  const { modelsDir } = test.config;
  expect(listFiles(join(modelsDir, run.versionId!))).toEqual([
    'card.json',
    'curves.json',
    'evaluation.json',
    'manifest.json',
    'report.html',
    'version.json',
  ]);
  expect(listFiles(modelsDir).filter((file) => file.endsWith('.sealed'))).toEqual([]);
  const report = readFileSync(join(modelsDir, run.versionId!, 'report.html'), 'utf8');
  expect(report).toContain('DET: open set');
  expect(report).not.toMatch(/<img|<script|https?:/);

  // The people of that version are recognised by it.
  const match = await punch(await createKiosk(test.admin), 'checkIn', await photoOf(3, 40));
  expect(match.__typename).toBe('AttendanceRecorded');
  const { recognitionDecisions } = await test.admin.ask<{
    recognitionDecisions: { edges: { node: { modelVersion: string } }[] };
  }>('{ recognitionDecisions(first: 1) { edges { node { modelVersion } } } }');
  expect(recognitionDecisions.edges[0]!.node.modelVersion).toBe(run.versionId);
});

it('tells administrators what is wrong with which sample, and shows them its photo once', async () => {
  for (const [person, shade] of [
    [1, 250],
    [2, 250],
    [3, 250],
    [4, 5],
  ] as const) {
    await register(test.admin, person, { photos: [await photoOf(person), await photoOf(person, shade)] });
  }
  const { run } = await follow((await start()).id);
  const { modelVersion } = await test.admin.ask<{
    modelVersion: {
      passed: boolean;
      setAside: object[];
      evaluation: { det: object[]; findings: { sampleId: string }[]; nearestPairs: object[] };
    };
  }>(
    `query ($id: ID!) { modelVersion(id: $id) { passed setAside { reason samples } evaluation {
       det { fpir fnir } nearestPairs { one { name employee { number } } } findings { kind person { name } sampleId } } } }`,
    { id: run.versionId },
  );
  const { findings, nearestPairs, det } = modelVersion.evaluation;
  expect(modelVersion).toMatchObject({ passed: false, setAside: [{ reason: 'DUPLICATE', samples: 1 }] });
  expect(findings).toMatchObject([{ kind: 'DUPLICATE', person: { name: 'Person 4' } }]);
  expect(nearestPairs[0]).toMatchObject({ one: { name: expect.stringMatching(/^Person \d$/) as string } });
  expect(det.length).toBeGreaterThan(10);
  const { samplePhoto } = await test.admin.ask<{ samplePhoto: { path: string } }>(
    'mutation ($id: ID!) { samplePhoto(sampleId: $id) { path } }',
    { id: findings[0]!.sampleId },
  );
  const address = new URL(samplePhoto.path, test.admin.url);
  const photo = await fetch(address);
  expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect((await photo.arrayBuffer()).byteLength).toBeGreaterThan(100);
  expect((await fetch(address)).status).toBe(404);
});

it('says so where there are too few people, and makes no version', async () => {
  const { run } = await follow((await start()).id);
  expect(run).toMatchObject({ outcome: 'not enough', versionId: null, job: { state: 'SUCCEEDED' } });
  expect(run.reasons).toEqual(['No Test samples are left to judge by: enrol people with two photos or more.']);
  expect(await production()).toBe('shipped');
});

it('gives a run that is under way to whoever asks for the same, and refuses another one', async () => {
  const runs = await Promise.all([start(), start(), start('(input: { promote: true })')]);
  const reasons = runs.map((run) => (run as unknown as { reason?: string }).reason ?? 'begun');
  expect(reasons.filter((reason) => reason !== 'begun')).toContain('RUNS_ALREADY');
});

it('renews the sample of somebody whose samples age, from a check-in that nobody took back', async () => {
  for (const person of [1, 2, 3]) await register(test.admin, person);
  test.clock.forward(400 * 24 * 60);
  await test.restart();
  const [kept, takenBack] = [
    await punch(test.admin, 'checkIn', await photoOf(1, 60)),
    await punch(test.admin, 'checkIn', await photoOf(2, 60)),
  ];
  await test.admin.ask(
    'mutation ($id: ID!) { voidAttendanceEvent(eventId: $id, reason: "it was not him") { __typename } }',
    {
      id: takenBack.event.id,
    },
  );
  test.clock.forward(1);
  const ageing = async () =>
    (
      await test.admin.ask<{ ageingTemplates: { edges: { node: object }[] } }>(
        '{ ageingTemplates { edges { node { employee { number } matches proposedEventId } } } }',
      )
    ).ageingTemplates.edges.map(({ node }) => node);
  expect(await ageing()).toEqual([
    { employee: { number: 1 }, matches: 1, proposedEventId: kept.event.id },
    { employee: { number: 2 }, matches: 1, proposedEventId: null },
    { employee: { number: 3 }, matches: 0, proposedEventId: null },
  ]);
  const consents = async () =>
    (
      await test.admin.ask<{ employeePrivacy: { consents: object[]; templates: number } }>(
        'query ($id: ID!) { employeePrivacy(employeeId: $id) { consents { method } templates } }',
        { id: kept.event.employee.id },
      )
    ).employeePrivacy;
  const before = await consents();
  const { run } = await follow((await start('(input: { fromCheckIns: true })')).id);
  expect(JSON.parse(run.steps[0]!.summary)).toMatchObject({ fromCheckIns: 1, samples: 7 });
  expect(await ageing()).toMatchObject([{ employee: { number: 2 } }, { employee: { number: 3 } }]);
  // By the agreement that holds: no other one was made up.
  expect(await consents()).toEqual({ ...before, templates: before.templates + 2 });
});

it('tells of recognition by week and place', async () => {
  await register(test.admin, 1);
  const kiosk = await createKiosk(test.admin);
  await punch(kiosk, 'checkIn', await photoOf(1, 40));
  await punch(kiosk, 'checkIn', await photoOf(9));
  test.clock.forward(7 * 24 * 60);
  await punch(kiosk, 'checkOut', await photoOf(1, 40));
  const { drift } = await test.admin.ask<{ drift: object[] }>(
    '{ drift(weeks: 3) { week kioskName decisions refused refusedShare meanDistance isUnusual } }',
  );
  const distance = expect.closeTo(0.0157, 2) as number;
  const place = { kioskName: 'Front door', isUnusual: false, meanDistance: distance };
  expect(drift).toEqual([
    { ...place, week: '2026-03-09', decisions: 1, refused: 0, refusedShare: 0 },
    { ...place, week: '2026-03-02', decisions: 2, refused: 1, refusedShare: 0.5 },
  ]);
});
