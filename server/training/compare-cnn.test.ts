import { expect, it } from 'vitest';
import { judge, type Answer } from './compare-cnn.js';

const answer = (person: string, score: number, accepted: string | null = person): Answer => ({
  person,
  score,
  accepted,
});
const probes = ['a', 'a', 'b', 'b', 'x', 'y'].map((person) => ({ person }));
const isKnown = ({ person }: { person: string }) => person < 'm';

it('judges known people and strangers by the nearest, by the rule that is used, and at the best threshold', () => {
  const { curve: _curve, ...judged } = judge('one', probes, isKnown, [
    answer('a', 0.1),
    answer('b', 0.2),
    answer('b', 0.3, null),
    answer('b', 0.6),
    answer('a', 0.5),
    answer('b', 0.9, null),
  ]);
  expect(judged).toEqual({
    name: 'one',
    closedSet: 3 / 4,
    fpir: 1 / 2,
    fnir: 1 / 2,
    // Under 0.5, the nearest stranger's: the first and the third of four.
    fnirAtBest: 1 / 2,
  });
});

it('has no rates of strangers where there are none', () => {
  const known = probes.slice(0, 4);
  const right = known.map(({ person }) => answer(person, 0.1));
  expect(judge('one', known, isKnown, right)).toEqual({
    name: 'one',
    closedSet: 1,
    fpir: null,
    fnir: 0,
    fnirAtBest: null,
    curve: [],
  });
});
