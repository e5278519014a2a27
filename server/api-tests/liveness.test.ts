import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
let kiosk: ApiClient & { kioskId: string };
let photo: Buffer;
beforeAll(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin, { name: 'Side door', liveness: 'CHALLENGE' });
  await register(test.admin, 1);
  photo = await photoOf(1, 20);
});
afterAll(() => test.stop());

interface Challenge {
  id: string;
  steps: string[];
  expiresAt: string;
}

async function ask(client: ApiClient): Promise<Challenge> {
  const answer = await client.ask<{ livenessChallenge: Challenge }>(
    'mutation { livenessChallenge { id steps expiresAt } }',
  );
  return answer.livenessChallenge;
}

describe('a kiosk that asks for a movement', () => {
  it('says so, and asks for turns of the head that soon expire', async () => {
    const { viewer } = await kiosk.ask<{ viewer: { liveness: string } }>('{ viewer { liveness } }');
    expect(viewer.liveness).toBe('CHALLENGE');
    const { steps, expiresAt } = await ask(kiosk);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.every((step) => ['LEFT', 'RIGHT'].includes(step))).toBe(true);
    expect(Date.parse(expiresAt)).toBeGreaterThan(test.clock.now().getTime());
  });

  it('takes no punch without an answer, nor one to somebody else’s or an old question', async () => {
    const frames = Array<Buffer>(5).fill(photo);
    expect(await punch(kiosk, 'punch', photo)).toMatchObject({ reason: 'LIVENESS_NEEDED' });
    const other = await createKiosk(test.admin, { name: 'Back door', liveness: 'CHALLENGE' });
    const asked = await ask(other);
    expect(await punch(kiosk, 'punch', photo, undefined, { frames, challengeId: asked.id })).toMatchObject({
      reason: 'LIVENESS_NEEDED',
    });
    const own = await ask(kiosk);
    test.clock.forward(2);
    expect(await punch(kiosk, 'punch', photo, undefined, { frames, challengeId: own.id })).toMatchObject({
      reason: 'LIVENESS_NEEDED',
    });
  });

  it('takes no face that does not move', async () => {
    const { id } = await ask(kiosk);
    const answer = await punch(kiosk, 'punch', photo, undefined, {
      frames: Array<Buffer>(5).fill(photo),
      challengeId: id,
    });
    expect(answer.reason).toMatch(/LIVENESS_NEEDED|SUSPECTED_SPOOF/);
    const { recognitionDecisions } = await test.admin.ask<{
      recognitionDecisions: {
        edges: { node: { livenessLevel: string; liveness: { name: string }[]; frames: number } }[];
      };
    }>('{ recognitionDecisions(first: 1) { edges { node { livenessLevel liveness { name value } frames } } } }');
    const { node } = recognitionDecisions.edges[0]!;
    expect(node).toMatchObject({ livenessLevel: 'CHALLENGE', frames: 6 });
    expect(node.liveness.map(({ name }) => name)).toContain('asked');
  });

  it('takes at most 8 frames', async () => {
    const frames = Array<Buffer>(9).fill(photo);
    await expect(punch(kiosk, 'punch', photo, undefined, { frames })).rejects.toThrow('frames: send at most 8');
  });

  it('is asked for something else by an administrator, from the next photo on', async () => {
    await test.admin.ask('mutation ($id: ID!) { updateKiosk(id: $id, input: { liveness: OFF }) { id } }', {
      id: kiosk.kioskId,
    });
    expect(await punch(kiosk, 'punch', photo)).toMatchObject({ event: { kind: 'CHECK_IN' } });
  });
});
