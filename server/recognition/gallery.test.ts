import { describe, expect, it } from 'vitest';
import { Gallery, type Nearest } from './gallery.js';

/** Numbers in -1..1, the same at every run (mulberry32). */
function randomTemplates(seed: number): () => Float32Array {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
  return () => Float32Array.from({ length: 128 }, random);
}

/** The plain definition: every person's nearest template, sorted. */
function bruteForce(people: Map<string, Float32Array[]>, probe: Float32Array): Nearest | null {
  const distanceTo = (template: Float32Array): number =>
    Math.sqrt(template.reduce((sum, value, index) => sum + (value - (probe[index] ?? 0)) ** 2, 0));
  const [best, runnerUp] = [...people]
    .filter(([, templates]) => templates.length > 0)
    .map(([employeeId, templates]) => ({ employeeId, distance: Math.min(...templates.map(distanceTo)) }))
    .sort((a, b) => a.distance - b.distance);
  if (!best) return null;
  return runnerUp ? { ...best, runnerUp } : best;
}

function expectSameAnswers(gallery: Gallery, people: Map<string, Float32Array[]>, probes: Float32Array[]): void {
  for (const probe of probes) {
    const expected = bruteForce(people, probe);
    const found = gallery.nearest(probe);
    expect(found?.employeeId).toBe(expected?.employeeId);
    expect(found?.runnerUp?.employeeId).toBe(expected?.runnerUp?.employeeId);
    expect(found?.distance).toBeCloseTo(expected?.distance ?? Number.NaN, 9);
    expect(found?.runnerUp?.distance).toBeCloseTo(expected?.runnerUp?.distance ?? Number.NaN, 9);
  }
}

describe('Gallery', () => {
  it('answers as a brute-force search does, while people come and go', () => {
    const next = randomTemplates(7);
    const gallery = new Gallery();
    const people = new Map<string, Float32Array[]>();
    for (let person = 0; person < 120; person++) {
      const templates = Array.from({ length: 1 + (person % 4) }, next);
      people.set(`e${person}`, templates);
      gallery.add(`e${person}`, templates);
    }
    const probes = Array.from({ length: 40 }, next);
    expectSameAnswers(gallery, people, probes);

    for (let person = 0; person < 120; person += 3) {
      expect(gallery.remove(`e${person}`)).toBe(people.get(`e${person}`)?.length);
      people.delete(`e${person}`);
    }
    expectSameAnswers(gallery, people, probes);

    const late = [next(), next()];
    gallery.add('e1', late);
    people.get('e1')?.push(...late);
    expectSameAnswers(gallery, people, [...probes, ...late]);
    expect(gallery.size).toBe([...people.values()].flat().length);
  });

  it('finds nobody when it is empty, and nobody who was removed', () => {
    const gallery = new Gallery();
    const [template] = [randomTemplates(1)()];
    expect(gallery.nearest(template)).toBeNull();
    gallery.add('anna', [template]);
    gallery.remove('anna');
    expect(gallery.nearest(template)).toBeNull();
    expect(gallery.size).toBe(0);
  });

  it('takes the nearest template of a person, and another person for the runner-up', () => {
    const at = (value: number): Float32Array => new Float32Array(128).fill(value / Math.sqrt(128));
    const gallery = new Gallery();
    gallery.add('anna', [at(0.5), at(0.1), at(0.2)]);
    gallery.add('ben', [at(0.9), at(0.4)]);
    const found = gallery.nearest(at(0));
    expect(found).toMatchObject({ employeeId: 'anna', runnerUp: { employeeId: 'ben' } });
    expect(found?.distance).toBeCloseTo(0.1, 6);
    expect(found?.runnerUp?.distance).toBeCloseTo(0.4, 6);
  });

  it('names no runner-up when there is one person only', () => {
    const next = randomTemplates(3);
    const gallery = new Gallery();
    gallery.add('anna', [next(), next()]);
    expect(gallery.nearest(next())).not.toHaveProperty('runnerUp');
  });

  it('keeps its own copy of what is added', () => {
    const template = randomTemplates(5)();
    const probe = template.slice();
    const gallery = new Gallery();
    gallery.add('anna', [template]);
    template.fill(9);
    expect(gallery.nearest(probe)?.distance).toBe(0);
  });

  it('removes nothing of somebody who is not there', () => {
    expect(new Gallery().remove('nobody')).toBe(0);
  });

  it.each([
    ['too few numbers', new Float32Array(127)],
    ['a number that is not finite', new Float32Array(128).fill(Number.NaN)],
  ])('refuses a template with %s, and adds none of the list', (_, bad) => {
    const gallery = new Gallery();
    expect(() => gallery.add('anna', [new Float32Array(128), bad])).toThrow(RangeError);
    expect(() => gallery.nearest(bad)).toThrow(RangeError);
    expect(gallery.size).toBe(0);
  });
});
