import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { EVERYBODY } from '../scope.js';
import { employeeRow } from '../testing/rows.js';
import { temporaryDatabase } from '../testing/temporary-database.js';
import { TestClock } from '../testing/test-clock.js';
import { MistakeRepository } from './mistake.repository.js';
import { MistakeService, type WrongDecision } from './mistake.service.js';

let database: Database;
let service: MistakeService;

/** Three people; the third has no photos. */
beforeEach(async () => {
  const clock = new TestClock('2026-03-02T08:00:00Z');
  database = temporaryDatabase();
  await database.write(async (transaction) => {
    const { id: siteId } = await transaction.site.findFirstOrThrow();
    await transaction.department.create({ data: employeeRow().department });
    const placed = { siteId, site: undefined, department: undefined };
    await transaction.employee.createMany({ data: [1, 2, 3].map((number) => ({ ...employeeRow(number), ...placed })) });
    await transaction.faceSample.createMany({
      data: [1, 2].map((number) => ({
        id: `sample-${number}`,
        employeeId: `employee-${number}`,
        use: 'TRAIN',
        path: `Train/${number}.jpg`,
        createdAt: clock.now(),
      })),
    });
  });
  service = new MistakeService({ mistakes: new MistakeRepository(database), clock });
});

const first = { modelId: 'one', distance: 0.375, runnerUpDistance: 0.5, threshold: 0.4, margin: 0.1 };
const decision = (overrides: Partial<WrongDecision> = {}): WrongDecision => ({
  first,
  fused: null,
  employee: { id: 'employee-1' },
  runnerUp: { id: 'employee-2' },
  ...overrides,
});
const takenBack = (rightId: string | null = 'employee-2') => ({
  eventId: 'event-1',
  wrongId: 'employee-1',
  rightId,
  source: 'kiosk:front',
});

describe('a mistake', () => {
  it('is noted by what the wrong decision measured', async () => {
    await service.note(takenBack(), decision());
    expect(await service.about('employee-1')).toEqual([
      { rightEmployeeId: 'employee-2', modelId: 'one', distance: 0.375, gap: 0.125 },
    ]);
    expect(await service.about('employee-2')).toEqual([]);
  });

  it('by both encoders where both decided', async () => {
    const fused = { ...first, modelId: 'one+two', distance: 0.5, runnerUpDistance: 0.75 };
    await service.note(takenBack(), decision({ fused }));
    expect(await service.about('employee-1')).toMatchObject([{ modelId: 'one+two', distance: 0.5, gap: 0.25 }]);
  });

  it.each([
    ['nobody knows who it was', takenBack(null), decision()],
    ['somebody else was next', takenBack(), decision({ runnerUp: { id: 'employee-3' } })],
    ['nobody else was enrolled', takenBack(), decision({ first: { ...first, runnerUpDistance: null } })],
    ['who it was is not enrolled', takenBack('employee-3'), decision()],
  ])('without a gap where %s', async (_name, punch, wrong) => {
    await service.note(punch, wrong);
    expect(await service.about('employee-1')).toMatchObject([{ distance: 0.375, gap: null }]);
  });

  it.each([
    ['were erased', takenBack(), decision({ first: { ...first, distance: null } })],
    ['were not compared', takenBack(), decision({ first: null })],
    ['are of somebody else', takenBack(), decision({ employee: null })],
    [
      'are of somebody whose face is not kept',
      { ...takenBack(), wrongId: 'employee-3' },
      decision({ employee: { id: 'employee-3' } }),
    ],
  ])('is not noted where the figures %s', async (_name, punch, wrong) => {
    await service.note(punch, wrong);
    expect((await service.list(EVERYBODY, { first: 5 })).edges).toEqual([]);
  });

  it('is noted once for an event', async () => {
    await service.note(takenBack(null), decision());
    await service.note(takenBack(), decision());
    expect(await service.about('employee-1')).toMatchObject([{ rightEmployeeId: 'employee-2' }]);
  });

  it.each(['employee-1', 'employee-2'])('goes with the photos of %s, one of the two', async (employeeId) => {
    await service.note(takenBack(), decision());
    await database.write((transaction) => transaction.faceSample.deleteMany({ where: { employeeId } }));
    expect((await service.list(EVERYBODY, { first: 5 })).edges).toEqual([]);
  });
});
