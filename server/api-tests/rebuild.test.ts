import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Prisma } from '../database/generated/client.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { FakeFaceEngine, photoOf, TWINS } from '../testing/fake-face-engine.js';
import { inDatabase } from '../testing/test-location.js';

let test: TestApp;
let kioskToken: string | undefined;
let models: Pick<FaceEngine, 'modelId' | 'secondModelId'>;
beforeEach(async () => {
  models = { modelId: 'older', secondModelId: 'second' };
  const engine = () => Promise.resolve(Object.assign<FaceEngine, typeof models>(new FakeFaceEngine(), models));
  test = await createTestApp({ engine });
  kioskToken = (await createKiosk(test.admin)).token;
});
afterEach(() => test.stop());

const restartWith = async (changed: Partial<typeof models>): Promise<void> => {
  models = { ...models, ...changed };
  await test.restart();
};
const checkIn = async (person: number) => punch(test.admin.as(kioskToken), 'checkIn', await photoOf(person));
const countOf = (where: Prisma.FaceTemplateWhereInput): Promise<number> =>
  inDatabase(test.config, ({ read }) => read.faceTemplate.count({ where }));

describe('people who were enrolled with an older model', () => {
  beforeEach(async () => {
    for (const person of [1, 2, 3]) await register(test.admin, person);
    await restartWith({ modelId: 'newer' });
  });

  it('are recognised again once their photos were described by the present one', async () => {
    expect(await checkIn(1)).toMatchObject({ reason: 'UNKNOWN_FACE' });
    const { templateRebuild } = test.app.services;
    const samples = await countOf({ modelId: 'older' });
    const seen: string[] = [];
    expect(await templateRebuild.run((done, all) => seen.push(`${done} of ${all}`))).toEqual({
      samples,
      described: samples,
      failed: 0,
      left: 0,
    });
    expect(seen).toEqual(Array.from({ length: samples }, (_, index) => `${index + 1} of ${samples}`));
    expect([await countOf({ modelId: 'older' }), await countOf({ modelId: 'newer' })]).toEqual([0, samples]);
    await test.restart();
    expect(await checkIn(1)).toMatchObject({ __typename: 'AttendanceRecorded' });
    expect(await test.app.services.templateRebuild.run()).toMatchObject({ samples: 0 });
  });

  it('are described by the next run where one was stopped', async () => {
    const { templateRebuild } = test.app.services;
    let stopped: Promise<void> | undefined;
    const first = await templateRebuild.run(() => (stopped ??= templateRebuild.stop()));
    await stopped;
    expect(first.described + first.left).toBe(first.samples);
    await test.restart();
    const second = await test.app.services.templateRebuild.run();
    expect(second).toEqual({ samples: first.left, described: first.left, failed: 0, left: 0 });
    expect(await countOf({ modelId: { notIn: ['newer', 'second'] } })).toBe(0);
  });

  it('keep their older templates where the photo is gone, and the rest is described', async () => {
    const rows = await inDatabase(test.config, ({ read }) => read.faceSample.findMany({ orderBy: { id: 'asc' } }));
    const samples = rows.length;
    await rm(join(test.config.faceImagesDir, rows[0]!.path));
    const report = await test.app.services.templateRebuild.run();
    expect(report).toEqual({ samples, described: samples - 1, failed: 1, left: 0 });
    expect(await countOf({ modelId: 'older' })).toBe(1);
  });

  it('are described again too when only the second model changed', async () => {
    await restartWith({ modelId: 'older', secondModelId: 'newer second' });
    const { samples, described } = await test.app.services.templateRebuild.run();
    expect(described).toBe(samples);
    expect(await countOf({ modelId: 'newer second' })).toBe(samples);
    expect(await countOf({ modelId: 'older' })).toBe(samples);
  });
});

describe('the list of people who look alike, made anew', () => {
  it('has those who do, and nobody else', async () => {
    const ids = await Promise.all(
      [...TWINS, 1].map(async (person) => (await register(test.admin, person)).employee.id),
    );
    const pairs = () =>
      inDatabase(test.config, ({ read }) =>
        read.lookAlike.findMany({ select: { firstId: true, secondId: true, distance: true } }),
      );
    const before = await pairs();
    expect(before).toHaveLength(1);
    const [firstId, secondId] = [ids[0]!, ids[2]!].sort() as [string, string];
    const data = { firstId, secondId, distance: 0.3, foundAt: new Date('2020-01-01') };
    await inDatabase(test.config, ({ write }) =>
      write(async (transaction) => {
        await transaction.lookAlike.deleteMany();
        await transaction.lookAlike.create({ data });
      }),
    );
    expect(await test.app.services.lookAlikeReport.run()).toEqual({ people: 3, pairs: 1, removed: 1 });
    expect(await pairs()).toEqual(before);
  });
});
