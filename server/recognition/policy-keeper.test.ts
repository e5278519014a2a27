import { describe, expect, it } from 'vitest';
import { createLogLines } from '../testing/log-lines.js';
import { Gallery } from './gallery.js';
import { shippedVersion } from './model-version.js';
import { PolicyKeeper } from './policy-keeper.js';
import { SHIPPED_STATISTICS } from './shipped-policy.js';

function setUp(people: number) {
  const [gallery, { logger, lines }] = [new Gallery(), createLogLines()];
  let entered = 0;
  const enter = (count: number): void => {
    for (let more = 0; more < count; more++, entered++) {
      const [template, second] = [new Float32Array(128), new Float32Array(1024)];
      // Each on an axis of their own or between two: 0.4 to 0.8 apart.
      [template[entered % 128], template[(entered * 7 + 1) % 128]] = [0.4, 0.3 * Math.floor(entered / 128)];
      second[entered % 1024] = 1;
      gallery.add(`person ${entered}`, [{ template, second }]);
    }
  };
  enter(people);
  const keeper = new PolicyKeeper({
    gallery,
    targetFpir: 0.001,
    version: shippedVersion({ modelId: 'first', secondModelId: 'second' }),
    logger,
  });
  const settings = () => lines.filter((line) => line['msg'] === 'thresholds set');
  return { enter, keeper, settings };
}

describe('thresholds', () => {
  it('rest on shipped figures while there are few people', async () => {
    const { keeper, settings } = setUp(3);
    expect((await keeper.current()).match.fused.threshold).toBeGreaterThan(0);
    expect(settings()).toMatchObject([{ people: 3, source: 'shipped' }]);
  });

  it('are set again when the gallery has changed by a tenth, and not before', async () => {
    const { enter, keeper, settings } = setUp(20);
    const before = (await keeper.current()).match;
    enter(1);
    expect((await keeper.current()).match).toBe(before);
    enter(1);
    expect((await keeper.current()).match).not.toBe(before);
    expect(settings()).toMatchObject([{ people: 20 }, { people: 22 }]);
  });

  it('never grow looser as a gallery of the same kind grows', async () => {
    const { enter, keeper } = setUp(2);
    const small = (await keeper.current()).match;
    enter(38);
    const large = (await keeper.current()).match;
    expect(large.first.sure).toBeLessThanOrEqual(small.first.sure);
    expect(large.fused.threshold).toBeLessThanOrEqual(small.fused.threshold);
  });

  it('rest on the installation’s own people once they are enough', async () => {
    const { keeper, settings } = setUp(200);
    expect((await keeper.current()).match.candidates).toBe(SHIPPED_STATISTICS.candidates);
    expect(settings()).toMatchObject([{ people: 200, source: 'installation' }]);
  });
});

describe('a promoted version', () => {
  const versioned = (id: string, sure: number) => ({
    ...shippedVersion({ modelId: 'first', secondModelId: 'second' }),
    id,
    followsGallery: false,
    statistics: { ...SHIPPED_STATISTICS, loosest: { sure, fused: SHIPPED_STATISTICS.loosest.fused } },
  });

  it('is decided by from the next photo on, whole, whoever holds the policy of before', async () => {
    const { keeper } = setUp(3);
    const before = await keeper.current();
    keeper.use(versioned('strict', 0.2));
    const after = await keeper.current();
    expect([before.modelVersion, after.modelVersion]).toEqual(['shipped', 'strict']);
    expect(after.match.first.sure).toBe(0.2);
    expect(before.match.first.sure).toBeGreaterThan(0.2);
    keeper.use(shippedVersion({ modelId: 'first', secondModelId: 'second' }));
    expect(await keeper.current()).toEqual(before);
  });

  it('keeps its own statistics where there are people enough to measure', async () => {
    const { keeper, settings } = setUp(200);
    keeper.use(versioned('measured', 0.2));
    await keeper.current();
    expect(settings()).toMatchObject([{ version: 'measured', source: 'shipped' }]);
  });
});
