import { describe, expect, it } from 'vitest';
import type { ModelFigures } from '../models/model-card.js';
import { passGate } from './gate.rules.js';

const figures: ModelFigures = {
  probes: { mated: 400, strangers: 400 },
  fnir: 0.02,
  fpir: 0.001,
  misidentified: 0,
  rank1: 1,
  fnirAtFpir: {},
  fnirIntervals: {},
};
const equal = { samples: 100, setAside: 5, candidate: figures, production: figures, targetFpir: 0.001 };

describe('the gate', () => {
  it.each([
    ['lets pass what is as good', {}, []],
    ['lets pass what is better', { candidate: { ...figures, fnir: 0 } }, []],
    ['lets pass a difference within the tolerance', { candidate: { ...figures, fnir: 0.029 } }, []],
    [
      'refuses where one sample in five is wrong',
      { setAside: 20 },
      ['20 of 100 samples were set aside, more than 5.00 %: look at them first.'],
    ],
    [
      'refuses what recognises fewer',
      { candidate: { ...figures, fnir: 0.05 } },
      ["It does not recognise 5.00 % of enrolled people's photos, production 2.00 %."],
    ],
    [
      'refuses what lets strangers in',
      { candidate: { ...figures, fpir: 0.02 } },
      ['It takes 2.00 % of strangers for somebody, production 0.10 %.'],
    ],
    [
      'refuses what takes one for another',
      { candidate: { ...figures, misidentified: 0.001 } },
      ['It takes 0.10 % of enrolled people for somebody else, production 0.00 %.'],
    ],
    [
      'refuses what knows too few, though production does no better',
      { candidate: { ...figures, fnir: 0.3 }, production: { ...figures, fnir: 0.3 } },
      ["It does not recognise 30.00 % of enrolled people's photos, more than 10.00 %."],
    ],
    [
      'refuses what was hardly judged',
      { candidate: { ...figures, probes: { mated: 4, strangers: 400 } } },
      ['4 photos of enrolled people and 400 of others are too few to judge by (20 of each).'],
    ],
  ])('%s', (_name, changes, reasons) => {
    expect(passGate({ ...equal, ...changes })).toEqual({ passed: reasons.length === 0, reasons });
  });
});
