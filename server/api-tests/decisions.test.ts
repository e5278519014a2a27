import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { file, type ApiClient } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
let kiosk: ApiClient;
beforeAll(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin);
  await register(test.admin, 1);
  await register(test.admin, 2);
});
afterAll(() => test.stop());

interface Decision {
  id: string;
  outcome: string;
  source: string;
  employee: { name: string } | null;
  runnerUp: { name: string } | null;
  gallerySize: number;
  first: { distance: number; threshold: number } | null;
  confidence: number | null;
  quality: { score: number } | null;
  explanation: string;
}

const FIELDS =
  'id outcome source employee { name } runnerUp { name } gallerySize first { distance threshold } confidence quality { score } explanation';

async function decisions(arguments_ = ''): Promise<Decision[]> {
  const answer = await test.admin.ask<{ recognitionDecisions: { edges: { node: Decision }[] } }>(
    `{ recognitionDecisions${arguments_} { edges { node { ${FIELDS} } } } }`,
  );
  return answer.recognitionDecisions.edges.map(({ node }) => node);
}

describe('every decision about a face is kept and can be explained', () => {
  it('a match, and the event that it led to names it', async () => {
    const { event } = await punch(kiosk, 'checkIn', await photoOf(1, 20));
    const [latest] = await decisions();
    expect(latest).toMatchObject({
      outcome: 'MATCHED',
      source: expect.stringMatching(/^kiosk:/) as string,
      employee: { name: 'Person 1' },
      runnerUp: { name: 'Person 2' },
      gallerySize: 4,
      explanation: expect.stringMatching(
        /^Recognised\. Compared with 4 enrolled photos, Person 1 was nearest/,
      ) as string,
    });
    expect(latest!.first!.distance).toBeLessThan(latest!.first!.threshold);
    expect(latest!.confidence).toBeGreaterThan(0.5);

    const { attendanceEvents } = await test.admin.ask<{
      attendanceEvents: { edges: { node: { id: string; decision: { id: string } } }[] };
    }>('{ attendanceEvents(first: 1) { edges { node { id decision { id } } } } }');
    expect(attendanceEvents.edges[0]!.node).toEqual({ id: event.id, decision: { id: latest!.id } });
  });

  it('a stranger, whom the refusal leads to', async () => {
    const { recognize } = await kiosk.ask<{ recognize: { reason: string; decisionId: string } }>(
      'mutation ($photo: Upload!) { recognize(photo: $photo) { ... on Refusal { reason decisionId } } }',
      { photo: file(await photoOf(9)) },
    );
    expect(recognize.reason).toBe('UNKNOWN_FACE');
    const found = await test.admin.ask<{ recognitionDecision: Decision }>(
      `query ($id: ID!) { recognitionDecision(id: $id) { ${FIELDS} } }`,
      { id: recognize.decisionId },
    );
    expect(found.recognitionDecision).toMatchObject({ outcome: 'UNKNOWN_FACE', confidence: null });
    expect(found.recognitionDecision.explanation).toMatch(/^Refused: not near enough to anybody\./);
  });

  it('a photo without a face, with nobody named', async () => {
    await punch(kiosk, 'punch', await photoOf(0));
    const [latest] = await decisions('(outcome: NO_FACE)');
    expect(latest).toMatchObject({ employee: null, first: null, quality: null });
  });

  it('and is nothing for a kiosk to read', async () => {
    for (const query of ['{ recognitionDecisions { edges { cursor } } }', '{ lookAlikes { edges { cursor } } }']) {
      await expect(kiosk.ask(query)).rejects.toThrow(/MANAGER/);
    }
  });
});
