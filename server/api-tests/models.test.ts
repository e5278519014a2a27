import { afterEach, beforeEach, expect, it } from 'vitest';
import { file } from '../testing/api-client.js';
import { createTestApp, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { newVersion } from '../testing/model-version.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

const [ONE, TWO] = ['2026-03-01-0000000a', '2026-03-02-0000000b'];
const PROMOTE = `mutation ($id: ID!, $despiteGate: Boolean! = false, $reason: String) {
  promoteModel(id: $id, despiteGate: $despiteGate, reason: $reason) { __typename ... on ModelVersion { id isProduction } ... on Conflict { reason message } }
}`;
const promote = async (id: string, more = {}) =>
  (await test.admin.ask<{ promoteModel: Record<string, unknown> }>(PROMOTE, { id, ...more })).promoteModel;
const rollBack = async () =>
  (
    await test.admin.ask<{ rollBackModel: Record<string, unknown> }>(
      'mutation { rollBackModel { __typename ... on ProductionModel { id } ... on Conflict { reason } } }',
    )
  ).rollBackModel;

it('versions are listed, promoted and rolled back, and the audit says by whom', async () => {
  await test.app.services.models.add(newVersion(ONE, { sure: 0.41 }));
  await test.app.services.models.add(newVersion(TWO, { passed: false }));
  const { modelVersions } = await test.admin.ask<{ modelVersions: { edges: { node: unknown }[] } }>(
    `{ modelVersions { edges { node { id isProduction isCandidate passed gateReasons sure people setAside { reason samples }
       figures { fnir fnirAtFpir { fpir fnir high } } comparedWith } } } }`,
  );
  expect(modelVersions.edges.map(({ node }) => node)).toMatchObject([
    { id: TWO, isCandidate: true, passed: false, gateReasons: ['It recognises fewer people.'] },
    {
      id: ONE,
      isProduction: false,
      sure: 0.41,
      setAside: [{ reason: 'WRONG_PERSON', samples: 1 }],
      figures: { fnir: 0.01, fnirAtFpir: [{ fpir: 0.01, fnir: 0.01, high: 0.05 }] },
      comparedWith: 'shipped',
    },
  ]);
  expect(await promote(TWO)).toMatchObject({ __typename: 'Conflict', reason: 'GATE_REFUSED' });
  expect(await promote(ONE)).toEqual({ __typename: 'ModelVersion', id: ONE, isProduction: true });
  expect(await promote(TWO, { despiteGate: true, reason: 'a new camera' })).toMatchObject({ id: TWO });
  expect(await rollBack()).toEqual({ __typename: 'ProductionModel', id: ONE });
  await test.restart();
  expect(await rollBack()).toEqual({ __typename: 'ProductionModel', id: 'shipped' });
  expect(await rollBack()).toEqual({ __typename: 'Conflict', reason: 'NOTHING_BEFORE' });

  const { auditEntries } = await test.admin.ask<{ auditEntries: { edges: { node: Record<string, string> }[] } }>(
    '{ auditEntries(first: 20) { edges { node { action outcome details } } } }',
  );
  const acts = auditEntries.edges.map(({ node }) => node).filter(({ action }) => action!.endsWith('Model'));
  expect(acts.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['rollBackModel', 'NOTHING_BEFORE'],
    ['rollBackModel', 'ok'],
    ['rollBackModel', 'ok'],
    ['promoteModel', 'ok'],
    ['promoteModel', 'ok'],
    ['promoteModel', 'GATE_REFUSED'],
  ]);
  expect(acts[3]!['details']).toContain('a new camera');
});

it('while photos are recognised at full load nothing fails, and each is decided by one version alone', async () => {
  const SURE = { [ONE]: 0.41, [TWO]: 0.39 };
  for (const [id, sure] of Object.entries(SURE)) await test.app.services.models.add(newVersion(id, { sure }));
  await register(test.admin, 1);
  await register(test.admin, 2);
  const photos = await Promise.all([1, 2].map((person) => photoOf(person, 40)));
  let [isOver, answered] = [false, 0];
  const recognizeOn = async (photo: Buffer): Promise<void> => {
    while (!isOver) {
      const answer = await test.admin.ask<{ recognize: { __typename: string } }>(
        'mutation ($photo: Upload!) { recognize(photo: $photo) { __typename } }',
        { photo: file(photo) },
      );
      expect(answer.recognize.__typename).toBe('Match');
      answered++;
    }
  };
  const kiosks = Array.from({ length: 8 }, (_, kiosk) => recognizeOn(photos[kiosk % 2]!));
  for (let change = 0; change < 20; change++) {
    const before = answered;
    if (change % 4 === 3) expect(await rollBack()).toMatchObject({ __typename: 'ProductionModel' });
    else await promote(change % 2 === 0 ? ONE : TWO);
    // The next change comes once photos were decided after this one.
    while (answered < before + 8) await new Promise(setImmediate);
  }
  isOver = true;
  await Promise.all(kiosks);

  const used = new Map<string, number>();
  for (let after: string | null = null; ;) {
    const { recognitionDecisions: page }: { recognitionDecisions: Decisions } = await test.admin.ask(
      `query ($after: String) { recognitionDecisions(first: 200, after: $after) {
         edges { node { modelVersion outcome first { threshold } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    for (const { node } of page.edges) {
      expect(node.outcome).toBe('MATCHED');
      if (node.modelVersion !== 'shipped') expect(node.first.threshold).toBe(SURE[node.modelVersion]);
      used.set(node.modelVersion, (used.get(node.modelVersion) ?? 0) + 1);
    }
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect([...used.values()].reduce((sum, count) => sum + count)).toBe(answered);
  expect(used.get(ONE)).toBeGreaterThan(8);
  expect(used.get(TWO)).toBeGreaterThan(8);
});

interface Decisions {
  edges: { node: { modelVersion: string; outcome: string; first: { threshold: number } } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
