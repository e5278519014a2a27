import { expect, it, onTestFinished } from 'vitest';
import { PIPELINE } from '../pipeline/pipeline.js';
import { WorkerFaceEngine } from '../recognition/worker-face-engine.js';
import { createTestApp, punch, register } from '../testing/create-test-app.js';
import { endOfJob } from '../testing/run-import.js';
import { sharedFacesAreHere, sharedPeople, sharedPhotos } from '../testing/shared-faces.js';

if (!sharedFacesAreHere) console.warn('Skipped: ../shared/faces is not here, so check-ins as samples are not tested.');

const DAY_MINUTES = 24 * 60;

it.skipIf(!sharedFacesAreHere)(
  'samples that age are renewed from real check-ins of people who agree',
  { timeout: 120_000 },
  async () => {
    const test = await createTestApp({ engine: () => WorkerFaceEngine.start({ timeoutMs: 60_000 }) });
    onTestFinished(() => test.stop());
    const [agreeing, withdrawn, absent] = sharedPeople();
    const ids = new Map<string, string>();
    for (const [index, person] of [agreeing!, withdrawn!, absent!].entries()) {
      const { employee } = await register(test.admin, index, { photos: sharedPhotos('Train', person, 2) });
      ids.set(person, employee.id);
    }
    test.clock.forward(400 * DAY_MINUTES);
    await test.restart();
    for (const person of [agreeing!, withdrawn!]) {
      const { __typename, match } = await punch(test.admin, 'checkIn', sharedPhotos('Test', person, 1)[0]!);
      expect([__typename, match?.employee.id]).toEqual(['AttendanceRecorded', ids.get(person)]);
    }
    await test.admin.ask(
      `mutation { withdrawConsent(employeeId: "${ids.get(withdrawn!)}", eraseNow: false) { templates } }`,
    );
    const templatesOf = async (person: string) =>
      (
        await test.admin.ask<{ employeePrivacy: { templates: number; consents: object[] } }>(
          'query ($id: ID!) { employeePrivacy(employeeId: $id) { templates consents { method } } }',
          { id: ids.get(person) },
        )
      ).employeePrivacy;
    const before = await Promise.all([agreeing!, withdrawn!, absent!].map(templatesOf));

    const payload = { run: null, dataset: null, fromCheckIns: true, promote: false, until: 'ingest' };
    const { id } = await test.app.services.jobs.enqueue(PIPELINE, payload, { source: 'cli' });
    expect((await endOfJob(test, id)).state).toBe('SUCCEEDED');
    const [ingested] = await test.app.services.jobs.listSteps(id);
    expect(ingested).toMatchObject({ result: { summary: { fromCheckIns: 1, samples: 5 } } });

    const after = await Promise.all([agreeing!, withdrawn!, absent!].map(templatesOf));
    // Two encoders; by the agreement that holds.
    expect(after).toEqual([{ ...before[0]!, templates: before[0]!.templates + 2 }, before[1], before[2]]);
  },
);
