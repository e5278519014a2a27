import { afterEach, describe, expect, it } from 'vitest';
import { EngineStoppedError } from './engine-errors.js';
import { Gallery } from './gallery.js';

const galleries: Gallery[] = [];
afterEach(() => Promise.all(galleries.splice(0).map((gallery) => gallery.stop())));

/** The same templates in a gallery that searches in its thread and one that does not. */
function setUp(size: number) {
  let state = 1;
  const next = () =>
    Float32Array.from({ length: 128 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return (state / 2 ** 31) * 0.15;
    });
  const threaded = new Gallery({ threadFromRows: 0 });
  const plain = new Gallery();
  galleries.push(threaded, plain);
  const add = (employeeId: string) => {
    const templates = [{ template: next(), second: null }];
    for (const gallery of [threaded, plain]) gallery.add(employeeId, templates);
  };
  for (let index = 0; index < size; index++) add(`e${index}`);
  return { threaded, plain, next, add };
}

describe('a search in the thread', () => {
  it('answers as one beside the event loop, also of who was added or removed since it started', async () => {
    const { threaded, plain, next, add } = setUp(3_000);
    const probes = Array.from({ length: 20 }, next);
    const expectSame = async () => {
      for (const probe of probes) expect(await threaded.nearest(probe, 3)).toEqual(await plain.nearest(probe, 3));
    };
    await expectSame();
    for (let index = 0; index < 3_000; index += 2) for (const each of [threaded, plain]) each.remove(`e${index}`);
    await expectSame();
    for (let index = 0; index < 4_000; index++) add(`late${index}`);
    await expectSame();
  });

  it('never names somebody who was removed while it ran, nor misses somebody whose row moved', async () => {
    const { threaded, next } = setUp(20_000);
    for (let index = 0; index < 40; index++) {
      const probe = next();
      const [before] = await threaded.nearest(probe, 1);
      const running = threaded.nearest(probe, 1);
      threaded.remove(before!.employeeId);
      expect(await running).toEqual(await threaded.nearest(probe, 1));
      expect((await running)[0]!.employeeId).not.toBe(before!.employeeId);
    }
  });

  it('answers many at once, each its own', async () => {
    const { threaded, plain, next } = setUp(2_000);
    const probes = Array.from({ length: 50 }, next);
    const together = await Promise.all(probes.map((probe) => threaded.nearest(probe, 2)));
    expect(together).toEqual(await Promise.all(probes.map((probe) => plain.nearest(probe, 2))));
  });

  it('is refused when the gallery stops', async () => {
    const { threaded, next } = setUp(10);
    const running = threaded.nearest(next(), 1);
    const refused = expect(running).rejects.toThrow(EngineStoppedError);
    await threaded.stop();
    await refused;
  });
});
