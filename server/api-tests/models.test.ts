import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestApp, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { newVersion } from '../testing/model-version.js';
import { promoteModel, recogniseWhilePromoting, rollBackModel } from '../testing/promote-under-load.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

const [ONE, TWO] = ['2026-03-01-0000000a', '2026-03-02-0000000b'];
const promote = (id: string, more = {}) => promoteModel(test.admin, id, more);
const rollBack = () => rollBackModel(test.admin);

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
  const { answered, decisions } = await recogniseWhilePromoting(test, { photos, versions: [ONE, TWO], clients: 8 });
  expect(decisions).toHaveLength(answered);
  for (const { modelVersion, outcome, first } of decisions) {
    expect(outcome).toBe('MATCHED');
    if (modelVersion !== 'shipped') expect(first.threshold).toBe(SURE[modelVersion]);
  }
  const used = (id: string) => decisions.filter(({ modelVersion }) => modelVersion === id).length;
  expect(used(ONE)).toBeGreaterThan(8);
  expect(used(TWO)).toBeGreaterThan(8);
});
