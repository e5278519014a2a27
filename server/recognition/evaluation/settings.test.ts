import { describe, expect, it } from 'vitest';
import { parseSettings } from './settings.js';

describe('parseSettings', () => {
  it('needs no more than a folder', () => {
    expect(parseSettings(['--dataset', 'faces'])).toEqual({
      dataset: 'faces',
      enrol: null,
      pairs: null,
      groups: null,
      splits: 20,
      seed: 1,
      degrade: null,
      html: null,
      cnn: null,
      json: false,
    });
  });

  it('takes all there is', () => {
    const words =
      '--dataset=f --enrol 3 --pairs p --groups g --splits 5 --seed 9 --degrade dark --html h --cnn m --json'.split(
        ' ',
      );
    expect(parseSettings(words)).toEqual({
      dataset: 'f',
      enrol: 3,
      pairs: 'p',
      groups: 'g',
      splits: 5,
      seed: 9,
      degrade: 'dark',
      html: 'h',
      cnn: 'm',
      json: true,
    });
  });

  it.each([
    ['', 'Which photos?'],
    ['--dataset f --enrol 0', '--enrol is a whole number from 1 on'],
    ['--dataset f --splits many', '--splits is a whole number'],
    ['--dataset f --degrade sideways', '--degrade knows small-grey'],
    ['--dataset f --fast', '--fast'],
    ['faces', 'npm run evaluate'],
  ])('refuses %j and says why', (words, message) => {
    expect(() => parseSettings(words.split(' ').filter(Boolean))).toThrow(message);
  });
});
