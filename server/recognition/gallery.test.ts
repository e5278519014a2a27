import { describe, expect, it } from 'vitest';
import { Gallery, type Candidate, type GalleryTemplate } from './gallery.js';
import { CODE_STEP, encode, SearchMemory } from './search-memory.js';

/** Numbers in 0..1, the same at every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Templates about 1 long, as the encoder's are. */
function randomTemplates(seed: number): () => Float32Array {
  const random = randomNumbers(seed);
  return () => Float32Array.from({ length: 128 }, () => (random() - 0.5) * 0.3);
}

function randomSeconds(seed: number): () => Float32Array {
  const random = randomNumbers(seed);
  return () => {
    const numbers = Float32Array.from({ length: 1024 }, () => random() - 0.5);
    const length = Math.hypot(...numbers);
    return numbers.map((value) => value / length);
  };
}

const templateAt = (distance: number): Float32Array => Float32Array.of(distance, ...new Float32Array(127));
const secondAt = (cosine: number): Float32Array =>
  Float32Array.of(cosine, Math.sqrt(1 - cosine ** 2), ...new Float32Array(1022));
const alone = (...templates: Float32Array[]): GalleryTemplate[] =>
  templates.map((template) => ({ template, second: null }));

type People = Map<string, Float32Array[]>;

function distanceBetween(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) {
    const difference = a[index]! - b[index]!;
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/** The plain definition: everybody by their nearest template, sorted; the sort is stable, so equals keep their order. */
function bruteForce(people: People, probe: Float32Array, count: number): Candidate[] {
  return [...people]
    .map(([employeeId, templates]) => ({
      employeeId,
      distance: templates.reduce((least, template) => Math.min(least, distanceBetween(template, probe)), Infinity),
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count);
}

function galleryOf(people: People): Gallery {
  const gallery = new Gallery();
  for (const [employeeId, templates] of people) gallery.add(employeeId, alone(...templates));
  return gallery;
}

async function expectSameAnswers(gallery: Gallery, people: People, probes: Float32Array[], count = 4): Promise<void> {
  for (const probe of probes) expect(await gallery.nearest(probe, count)).toEqual(bruteForce(people, probe, count));
}

describe('the nearest people', () => {
  it('are those of a brute-force search, of 1,000 probes in 100,000 templates', { timeout: 300_000 }, async () => {
    const [next, random] = [randomTemplates(11), randomNumbers(12)];
    const templates = Array.from({ length: 100_000 }, next);
    const people: People = new Map(templates.map((template, index) => [`e${index}`, [template]]));
    const gallery = galleryOf(people);
    const flat = new Float32Array(templates.length * 128);
    templates.forEach((template, index) => flat.set(template, index * 128));

    for (let query = 0; query < 1_000; query++) {
      // Every other probe lies near somebody, as a photo of an enrolled person does.
      const probe = query % 2 === 0 ? next() : templates[query * 97]!.map((value) => value + (random() - 0.5) * 0.1);
      const [first, second] = nearestTwo(flat, probe);
      expect(await gallery.nearest(probe, 2)).toEqual([
        { employeeId: `e${first.row}`, distance: Math.sqrt(first.squared) },
        { employeeId: `e${second.row}`, distance: Math.sqrt(second.squared) },
      ]);
    }
  });

  it('are right while people with several templates come and go', async () => {
    const next = randomTemplates(7);
    const people: People = new Map();
    for (let person = 0; person < 900; person++)
      people.set(`e${person}`, Array.from({ length: 1 + (person % 4) }, next));
    const gallery = galleryOf(people);
    const probes = Array.from({ length: 40 }, next);
    await expectSameAnswers(gallery, people, probes);

    for (let person = 0; person < 900; person += 3) {
      expect(gallery.remove(`e${person}`)).toBe(people.get(`e${person}`)?.length);
      people.delete(`e${person}`);
    }
    await expectSameAnswers(gallery, people, probes);

    const late = [next(), next()];
    gallery.add('e1', alone(...late));
    people.get('e1')!.push(...late);
    await expectSameAnswers(gallery, people, [...probes, ...late]);
    expect([gallery.size, gallery.people]).toEqual([[...people.values()].flat().length, people.size]);
  });

  it('of equal distance come in the order in which they were added, also past the last that is asked for', async () => {
    const next = randomTemplates(21);
    const [same, probe] = [next(), next()];
    const people: People = new Map(Array.from({ length: 2_100 }, (_, index) => [`e${index}`, [same, next()]]));
    const gallery = galleryOf(people);
    await expectSameAnswers(gallery, people, [same, probe], 3);
    // A removal moves the last rows to the front.
    for (const employeeId of ['e0', 'e2', 'e3']) {
      gallery.remove(employeeId);
      people.delete(employeeId);
    }
    await expectSameAnswers(gallery, people, [same, probe], 3);
  });

  it('are right when the last to be added is the only one whose codes are exact', async () => {
    const next = randomTemplates(23);
    const onCodes = (): Float32Array => next().map((value) => Math.round(value / CODE_STEP) * CODE_STEP);
    const people: People = new Map(Array.from({ length: 2_000 }, (_, index) => [`e${index}`, [next()]]));
    people.set('exact', [onCodes()]);
    await expectSameAnswers(galleryOf(people), people, Array.from({ length: 20 }, onCodes));
  });

  it('are right where the codes can tell nothing apart', async () => {
    const people: People = new Map(
      Array.from({ length: 1_500 }, (_, index) => [`e${index}`, [templateAt(((index * 7919) % 1_500) * 1e-6)]]),
    );
    await expectSameAnswers(galleryOf(people), people, [templateAt(0), templateAt(0.00075), templateAt(1)]);
  });

  it('are right for numbers far larger than an encoder gives', async () => {
    const random = randomNumbers(31);
    const wide = (): Float32Array => Float32Array.from({ length: 128 }, () => (random() - 0.5) * 40);
    const people: People = new Map(Array.from({ length: 1_100 }, (_, index) => [`e${index}`, [wide()]]));
    await expectSameAnswers(galleryOf(people), people, [wide(), wide(), randomTemplates(32)()]);
  });

  it('are each named once, by their nearest template', async () => {
    const gallery = new Gallery();
    gallery.add('anna', alone(templateAt(0.5), templateAt(0.125), templateAt(0.25)));
    gallery.add('ben', alone(templateAt(1), templateAt(0.375)));
    expect(await gallery.nearest(templateAt(0), 5)).toEqual([
      { employeeId: 'anna', distance: 0.125 },
      { employeeId: 'ben', distance: 0.375 },
    ]);
  });

  it('are nobody in an empty gallery, and nobody who was removed', async () => {
    const gallery = new Gallery();
    const template = randomTemplates(1)();
    expect(await gallery.nearest(template, 2)).toEqual([]);
    gallery.add('anna', alone(template));
    gallery.add('anna', []);
    gallery.remove('anna');
    expect(await gallery.nearest(template, 2)).toEqual([]);
    expect([gallery.size, gallery.people]).toEqual([0, 0]);
  });

  it('are measured by a copy of what was added', async () => {
    const template = randomTemplates(5)();
    const probe = template.slice();
    const gallery = new Gallery();
    gallery.add('anna', alone(template));
    template.fill(9);
    expect(await gallery.nearest(probe, 1)).toEqual([{ employeeId: 'anna', distance: 0 }]);
  });
});

describe('the second opinion', () => {
  it('adds the weighted cosine distance, takes the best template of each, and sorts anew', async () => {
    const gallery = new Gallery();
    gallery.add('anna', [
      { template: templateAt(0.25), second: secondAt(0.5) },
      { template: templateAt(0.375), second: secondAt(1) },
    ]);
    gallery.add('ben', [{ template: templateAt(0.125), second: secondAt(0) }]);
    const fused = await gallery.fuse(['ben', 'anna'], templateAt(0), secondAt(1), 0.5);
    expect(fused.map(({ employeeId }) => employeeId)).toEqual(['anna', 'ben']);
    expect(fused[0]!.distance).toBeCloseTo(0.375, 6);
    expect(fused[1]!.distance).toBeCloseTo(0.625, 6);
  });

  it('leaves out templates, and people, without a second template', async () => {
    const gallery = new Gallery();
    gallery.add('anna', alone(templateAt(0)));
    gallery.add('ben', [...alone(templateAt(0)), { template: templateAt(0.5), second: secondAt(1) }]);
    const fused = await gallery.fuse(['anna', 'ben', 'nobody'], templateAt(0), secondAt(1), 0.5);
    expect(fused).toEqual([{ employeeId: 'ben', distance: expect.closeTo(0.5, 6) as number }]);
  });

  it('waits for second templates that are still to come, each to the template it belongs to', async () => {
    const gallery = new Gallery();
    gallery.add('anna', alone(templateAt(0), templateAt(4)));
    gallery.add('ben', alone(templateAt(1)));
    gallery.add('cleo', alone(templateAt(2)));
    let arrive = (): void => undefined;
    gallery.complete(async () => {
      await new Promise<void>((resolve) => (arrive = resolve));
      gallery.addSecond('ben', 0, secondAt(0));
      gallery.addSecond('anna', 0, secondAt(1));
      gallery.addSecond('cleo', 0, secondAt(1));
      gallery.addSecond('anna', 1, secondAt(1));
    });
    const asked = gallery.fuse(['anna', 'ben', 'cleo'], templateAt(4), secondAt(1), 0.5);
    gallery.remove('ben');
    arrive();
    expect(await asked).toEqual([
      { employeeId: 'anna', distance: expect.closeTo(0, 6) as number },
      { employeeId: 'cleo', distance: expect.closeTo(2, 6) as number },
    ]);
  });

  it('takes nothing late for somebody who was removed and came anew meanwhile', async () => {
    const gallery = new Gallery();
    gallery.add('anna', alone(templateAt(0), templateAt(4)));
    gallery.complete(async () => {
      gallery.remove('anna');
      gallery.add('anna', [{ template: templateAt(1), second: secondAt(0) }]);
      gallery.addSecond('anna', 0, secondAt(1));
    });
    expect(await gallery.fuse(['anna'], templateAt(1), secondAt(0), 0.5)).toEqual([
      { employeeId: 'anna', distance: expect.closeTo(0, 6) as number },
    ]);
  });

  it('is not waited for any more once the gallery stops', async () => {
    const gallery = new Gallery();
    gallery.complete((signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())));
    await expect(gallery.stop()).resolves.toBeUndefined();
  });

  it('knows each cosine to 0.001, also after others were removed', async () => {
    const [next, nextSecond] = [randomTemplates(41), randomSeconds(42)];
    const samples = Array.from({ length: 700 }, () => ({ template: next(), second: nextSecond() }));
    const gallery = new Gallery();
    samples.forEach((sample, index) =>
      gallery.add(`e${index}`, [index % 5 === 0 ? { ...sample, second: null } : sample]),
    );
    for (let index = 0; index < 700; index += 2) gallery.remove(`e${index}`);
    for (let index = 1; index < 700; index += 2) {
      const { template, second } = samples[index]!;
      const probe = nextSecond();
      const cosine = probe.reduce((sum, value, place) => sum + value * second[place]!, 0);
      const fused = await gallery.fuse([`e${index}`], template, probe, 1);
      if (index % 5 === 0) expect(fused).toEqual([]);
      else expect(Math.abs(fused[0]!.distance - (1 - cosine))).toBeLessThan(0.001);
    }
  });
});

describe('people who look alike', () => {
  async function pairsOf(gallery: Gallery, distance: number): Promise<string[]> {
    const pairs: string[] = [];
    for await (const pair of gallery.pairsWithin(distance, 0.5)) pairs.push(`${pair.a} ${pair.b} ${pair.distance}`);
    return pairs.sort();
  }

  it('are all those nearer than asked for, each pair once, by their nearest templates', async () => {
    const next = randomTemplates(51);
    const people: People = new Map(Array.from({ length: 200 }, (_, index) => [`e${index}`, [next(), next()]]));
    const expected = [...people].flatMap(([a, ofA], index) =>
      [...people].slice(index + 1).flatMap(([b, ofB]) => {
        const distance = Math.min(...ofA.flatMap((one) => ofB.map((other) => distanceBetween(one, other))));
        return distance < 1.15 ? [`${a} ${b} ${distance}`] : [];
      }),
    );
    expect(expected.length).toBeGreaterThan(20);
    expect(await pairsOf(galleryOf(people), 1.15)).toEqual(expected.sort());
  });

  it('are nearer than the distance, not at it, and never a pair with oneself', async () => {
    const gallery = new Gallery();
    gallery.add('anna', alone(templateAt(0), templateAt(0.125)));
    gallery.add('ben', alone(templateAt(0.5)));
    expect(await pairsOf(gallery, 0.375)).toEqual([]);
    expect(await pairsOf(gallery, 0.376)).toEqual(['anna ben 0.375']);
  });

  it('have the smallest sum of both encoders too, and none where either has no second template', async () => {
    const gallery = new Gallery();
    gallery.add('anna', [
      { template: templateAt(0), second: secondAt(1) },
      { template: templateAt(0.25), second: secondAt(0) },
    ]);
    gallery.add('ben', [{ template: templateAt(0.5), second: secondAt(1) }]);
    gallery.add('cleo', alone(templateAt(0.5)));
    const pairs: unknown[] = [];
    for await (const pair of gallery.pairsWithin(1, 2)) pairs.push(pair);
    const about = (value: number): unknown => expect.closeTo(value, 5);
    expect(pairs).toEqual([
      { a: 'anna', b: 'ben', distance: 0.25, fused: about(0.5) },
      { a: 'anna', b: 'cleo', distance: 0.25, fused: null },
      { a: 'ben', b: 'cleo', distance: 0, fused: null },
    ]);
  });

  it('are looked for until the loop that asks ends, and not among those who were removed', async () => {
    const gallery = new Gallery();
    for (const name of ['anna', 'ben', 'cleo', 'dan']) gallery.add(name, alone(templateAt(0)));
    const seen: string[] = [];
    for await (const { a, b } of gallery.pairsWithin(0.1, 0.5)) {
      if (seen.length === 0) gallery.remove('cleo');
      seen.push(`${a} ${b}`);
      if (a === 'ben') break;
    }
    expect(seen).toEqual(['anna ben', 'anna dan', 'ben dan']);
  });
});

describe('a gallery', () => {
  it('overwrites the numbers of somebody who is removed, wherever their rows were', () => {
    const [next, memory] = [randomTemplates(61), new SearchMemory()];
    const gallery = new Gallery({ memory });
    const people: [string, Float32Array[]][] = Array.from({ length: 30 }, (_, index) => [
      `e${index}`,
      [next(), next()],
    ]);
    for (const [employeeId, templates] of people) gallery.add(employeeId, alone(...templates));
    const isInMemory = (template: Float32Array) => {
      const codes = new Int8Array(128);
      encode(template, codes, 0);
      const bytes = Buffer.from(memory.memory.buffer);
      return [bytes.includes(Buffer.from(template.buffer)), bytes.includes(Buffer.from(codes.buffer))];
    };
    const removed = people.filter((_, index) => index < 3 || index % 4 === 0 || index > 27);
    for (const [employeeId] of removed) gallery.remove(employeeId);
    for (const person of people) {
      const expected = !removed.includes(person);
      expect(person[1].map(isInMemory)).toEqual([
        [expected, expected],
        [expected, expected],
      ]);
    }
  });

  it('removes nothing of somebody who is not there', () => {
    expect(new Gallery().remove('nobody')).toBe(0);
  });

  it.each([
    ['too few numbers', new Float32Array(127)],
    ['a number that is not finite', new Float32Array(128).fill(Number.NaN)],
  ])('refuses a template with %s, and adds none of the list', async (_, bad) => {
    const gallery = new Gallery();
    expect(() => gallery.add('anna', alone(new Float32Array(128), bad))).toThrow(RangeError);
    await expect(gallery.nearest(bad, 1)).rejects.toThrow(RangeError);
    await expect(gallery.fuse([], bad, secondAt(1), 1)).rejects.toThrow(RangeError);
    expect([gallery.size, gallery.people]).toEqual([0, 0]);
  });

  it('refuses a second template of another length', () => {
    const bad = [{ template: templateAt(0), second: new Float32Array(1023) }];
    expect(() => new Gallery().add('anna', bad)).toThrow('a template has 1024 numbers, this one has 1023');
  });
});

describe('distances between different people, for a calibration', () => {
  const gallery = new Gallery();
  gallery.add('anna', [{ template: templateAt(0), second: secondAt(1) }]);
  gallery.add('ben', [
    { template: templateAt(3), second: secondAt(1) },
    { template: templateAt(1), second: secondAt(0) },
  ]);
  gallery.add('cleo', alone(templateAt(0.5)));

  it('go from the first template of each to the nearest of each other, where both have a second one', async () => {
    const { people, first, fused } = await gallery.sampleImpostors(100, 0.5);
    expect(people).toBe(3);
    expect(first.map((distance) => distance.toFixed(3))).toEqual(['1.000', '3.000']);
    expect(fused.map((distance) => distance.toFixed(3))).toEqual(['1.500', '3.000']);
  });

  it('are no more than about so many, from all over the gallery', async () => {
    const large = new Gallery();
    for (let person = 0; person < 40; person++) {
      large.add(`person ${person}`, [{ template: templateAt(person), second: secondAt(1) }]);
    }
    const { first } = await large.sampleImpostors(300, 0.5);
    expect(first).toHaveLength(312);
    expect(Math.max(...first)).toBeGreaterThan(35);
    expect(await new Gallery().sampleImpostors(300, 0.5)).toEqual({ people: 0, first: [], fused: [] });
  });
});

/** The two nearest rows of `flat`, 128 numbers each. */
function nearestTwo(flat: Float32Array, probe: Float32Array) {
  let [first, second] = [
    { row: -1, squared: Infinity },
    { row: -1, squared: Infinity },
  ];
  for (let row = 0; row < flat.length / 128; row++) {
    let squared = 0;
    for (let index = 0; index < 128; index++) {
      const difference = flat[row * 128 + index]! - probe[index]!;
      squared += difference * difference;
    }
    if (squared < first.squared) [first, second] = [{ row, squared }, first];
    else if (squared < second.squared) second = { row, squared };
  }
  return [first, second] as const;
}
