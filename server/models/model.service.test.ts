import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shippedVersion, type ModelVersion } from '../recognition/model-version.js';
import { seal, unseal } from '../storage/seal.js';
import { createLogLines } from '../testing/log-lines.js';
import { newVersion } from '../testing/model-version.js';
import { listFiles, temporaryFolder } from '../testing/temporary-folder.js';
import { temporaryDatabase } from '../testing/temporary-database.js';
import { TestClock } from '../testing/test-clock.js';
import { ModelRepository } from './model.repository.js';
import { ModelService } from './model.service.js';
import { VersionFiles } from './version-files.js';

const [ONE, TWO] = ['2026-03-01-0000000a', '2026-03-02-0000000b'];
const source = 'user:ada';

const key = Buffer.alloc(32, 7);
const openSeal = {
  seal: (plain: Uint8Array, context: string) => seal(key, plain, context),
  open: (sealed: Uint8Array, context: string) => unseal(key, sealed, context),
  renew: () => null,
};

/** Processes on one database and folder; each decides by its own keeper. */
function setUp() {
  const [database, folder] = [temporaryDatabase(), temporaryFolder()];
  const { logger, lines } = createLogLines();
  const open = async () => {
    const shipped = shippedVersion({ modelId: 'fake-engine', secondModelId: 'fake-second' });
    const keeper = { version: shipped, use: (version: ModelVersion) => void (keeper.version = version) };
    const models = new ModelRepository(database);
    const files = new VersionFiles(folder, openSeal);
    const service = new ModelService({ models, files, shipped, keeper, clock: new TestClock(), logger });
    onTestFinished(() => service.stop());
    await service.start();
    return { service, keeper };
  };
  return { open, folder, lines };
}

describe('a version', () => {
  it('is written whole, and is the candidate until it is promoted', async () => {
    const { open, folder } = setUp();
    const { service, keeper } = await open();
    await service.add(newVersion(ONE));
    expect(listFiles(join(folder, ONE))).toEqual(['card.json', 'curves.json', 'manifest.json', 'version.json']);
    expect((await service.list({ first: 10 })).edges.map(({ node }) => node)).toMatchObject([
      { id: ONE, isProduction: false, isCandidate: true },
    ]);
    expect(keeper.version.id).toBe('shipped');
    expect(await service.promote(ONE, { source })).toMatchObject({ id: ONE, isProduction: true });
    expect(keeper.version).toEqual(newVersion(ONE).version);
    expect(await service.production()).toMatchObject({ id: ONE, source, since: new Date('2026-03-02T08:00:00Z') });
  });

  it('is used after a restart, and noticed by another process', async () => {
    const { open } = setUp();
    const [first, other] = [await open(), await open()];
    await first.service.add(newVersion(ONE));
    await first.service.promote(ONE, { source });
    expect(other.keeper.version.id).toBe('shipped');
    await other.service.refresh();
    expect(other.keeper.version.id).toBe(ONE);
    expect((await open()).keeper.version.id).toBe(ONE);
  });

  it('that was changed on the disk is refused, and not used', async () => {
    const { open, folder, lines } = setUp();
    const { service } = await open();
    await service.add(newVersion(ONE));
    await service.promote(ONE, { source });
    await service.add(newVersion(TWO));
    for (const id of [ONE, TWO]) {
      const file = join(folder, id, 'version.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"sure": 0.4', '"sure": 9.9'));
    }
    await expect(service.promote(TWO, { source })).rejects.toMatchObject({
      reason: 'MODEL_UNUSABLE',
      message: `The version ${TWO} cannot be used: its file version.json is not what was written.`,
    });
    expect((await open()).keeper.version.id).toBe('shipped');
    expect(lines.at(-1)).toMatchObject({ version: ONE, level: 50 });
  });

  it.each([
    ['of other encoders', { encoders: { modelId: 'other', secondModelId: 'fake-second' } }, 'MODEL_UNUSABLE'],
    ['that the gate refused', { passed: false }, 'GATE_REFUSED'],
  ])('%s is not promoted', async (_name, options, reason) => {
    const { open } = setUp();
    const { service, keeper } = await open();
    await service.add(newVersion(ONE, options));
    await expect(service.promote(ONE, { source })).rejects.toMatchObject({ reason });
    expect(keeper.version.id).toBe('shipped');
  });

  it('that the gate refused is promoted with a reason, and not without', async () => {
    const { open } = setUp();
    const { service } = await open();
    await service.add(newVersion(ONE, { passed: false }));
    await expect(service.promote(ONE, { source, despiteGate: true })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await service.promote(ONE, { source, despiteGate: true, reason: 'the only one of this camera' });
    expect((await service.production()).id).toBe(ONE);
  });
});

describe('a head', () => {
  const head = {
    classes: ['ada', 'ben'],
    hidden: { weights: Float32Array.of(1, 2), bias: Float32Array.of(3) },
    output: { weights: Float32Array.of(4, 5), bias: Float32Array.of(6, 7) },
    bound: 0.5,
  };

  it('is kept sealed, and forgotten with the first of its people who is erased', async () => {
    const { open, folder } = setUp();
    const [first, other] = [await open(), await open()];
    const made = newVersion(ONE);
    const helps = { fpir: 0.01, fnirWithout: 0.2, fnirWith: 0.1, helps: true };
    await first.service.add({ ...made, version: { ...made.version, head }, card: { ...made.card, head: helps } });
    await first.service.promote(ONE, { source });
    await other.service.refresh();
    expect([first.keeper.version.head, other.keeper.version.head]).toEqual([head, head]);
    const bytes = readFileSync(join(folder, ONE, 'head.sealed'));
    expect(bytes.includes('ada')).toBe(false);
    await first.service.forget(['somebody else']);
    expect(first.keeper.version.head).toEqual(head);
    await first.service.forget(['cleo', 'ben']);
    expect(first.keeper.version).toMatchObject({ id: ONE, head: null });
    expect(listFiles(join(folder, ONE))).not.toContain('head.sealed');
    await other.service.refresh();
    expect(other.keeper.version).toMatchObject({ id: ONE, head: null });
  });
});

describe('rolling back', () => {
  it('goes back step by step, to what came with the program in the end', async () => {
    const { open } = setUp();
    const { service, keeper } = await open();
    for (const id of [ONE, TWO]) {
      await service.add(newVersion(id));
      await service.promote(id, { source });
    }
    expect(await service.rollBack({ source })).toMatchObject({ id: ONE });
    expect(keeper.version.id).toBe(ONE);
    expect(await service.rollBack({ source })).toMatchObject({ id: 'shipped', version: null });
    await expect(service.rollBack({ source })).rejects.toMatchObject({ reason: 'NOTHING_BEFORE' });
    expect(await service.promote(TWO, { source })).toMatchObject({ isProduction: true });
    expect(await service.rollBack({ source })).toMatchObject({ id: 'shipped' });
  });

  it('of two who promote at once one succeeds', async () => {
    const { open } = setUp();
    const { service } = await open();
    for (const id of [ONE, TWO]) await service.add(newVersion(id));
    const outcomes = await Promise.allSettled([ONE, TWO].map((id) => service.promote(id, { source })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
