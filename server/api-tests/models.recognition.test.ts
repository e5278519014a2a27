import { expect, it, onTestFinished } from 'vitest';
import { seededRandom } from '../recognition/evaluation/random.js';
import { decodePhoto } from '../recognition/photo.js';
import { WorkerFaceEngine } from '../recognition/worker-face-engine.js';
import { file } from '../testing/api-client.js';
import { createTestApp, register } from '../testing/create-test-app.js';
import { newVersion } from '../testing/model-version.js';
import { promoteModel, recogniseWhilePromoting } from '../testing/promote-under-load.js';
import { sharedFacesAreHere, sharedPeople, sharedPhotos } from '../testing/shared-faces.js';
import { planHead } from '../training/head.js';
import { trainHeadInThread } from '../training/head-thread.js';

if (!sharedFacesAreHere)
  console.warn('Skipped: ../shared/faces is not here, so promotion is not tested on its people.');

const [LEARNT, MISLED, PLAIN] = ['2026-03-01-0000000a', '2026-03-02-0000000b', '2026-03-03-0000000c'];
const SURE = { [MISLED]: 0.41, [PLAIN]: 0.39 };
const PEOPLE = 4;

it.skipIf(!sharedFacesAreHere)(
  'real faces are decided by one version alone, and by its head',
  { timeout: 120_000 },
  async () => {
    const engine = await WorkerFaceEngine.start({ timeoutMs: 60_000 });
    const test = await createTestApp({ engine: () => Promise.resolve(engine) });
    onTestFinished(() => test.stop());
    const people = sharedPeople().slice(0, PEOPLE);
    const samples: { person: string; template: Float32Array }[] = [];
    for (const [index, person] of people.entries()) {
      const photos = sharedPhotos('Train', person, 4);
      const { employee } = await register(test.admin, index, { photos: photos.slice(0, 2) });
      for (const photo of photos) {
        const decoded = await decodePhoto(photo);
        if (decoded.outcome === 'refused') throw new Error(decoded.message);
        const [face] = await engine.analyze(decoded.pixels);
        samples.push({ person: employee.id, template: face!.template });
      }
    }
    const { head } = await trainHeadInThread(planHead(samples, 1, seededRandom(1))!, new AbortController().signal);
    const encoders = { modelId: engine.modelId, secondModelId: engine.secondModelId };
    const add = async (id: string, classes: readonly string[] | null): Promise<void> => {
      const { version, ...more } = newVersion(id, { sure: SURE[id], encoders });
      // Bound 0: it counts whom it sees most in a face.
      await test.app.services.models.add({
        ...more,
        version: { ...version, head: classes && { ...head, classes, bound: 0 } },
      });
    };
    await add(LEARNT, head.classes);
    // It takes each for the next one.
    await add(MISLED, [...head.classes.slice(1), head.classes[0]!]);
    await add(PLAIN, null);

    const photos = people.map((person) => sharedPhotos('Test', person, 1)[0]!);
    await promoteModel(test.admin, LEARNT);
    for (const photo of photos) {
      const { recognize } = await test.admin.ask<{ recognize: { __typename: string } }>(
        'mutation ($photo: Upload!) { recognize(photo: $photo) { __typename } }',
        { photo: file(photo) },
      );
      expect(recognize.__typename).toBe('Match');
    }

    const { answered, decisions } = await recogniseWhilePromoting(test, {
      photos,
      versions: [MISLED, PLAIN],
      clients: 4,
    });
    const during = decisions.filter(({ modelVersion }) => modelVersion !== LEARNT);
    expect(decisions).toHaveLength(answered + photos.length);
    for (const { modelVersion, outcome, first } of during) {
      expect([outcome, first.threshold]).toEqual([
        modelVersion === MISLED ? 'AMBIGUOUS_FACE' : 'MATCHED',
        SURE[modelVersion],
      ]);
    }
    for (const id of [MISLED, PLAIN])
      expect(during.filter(({ modelVersion }) => modelVersion === id).length).toBeGreaterThan(8);
  },
);
