import { describe, expect, it } from 'vitest';
import { calibrate } from '../recognition/calibration.js';
import type { Shot } from '../recognition/evaluation/acquire.js';
import { SHIPPED_STATISTICS } from '../recognition/shipped-policy.js';
import { madeShots } from '../testing/made-shots.js';
import { validate } from './validate.js';

const { policy } = calibrate({ gallerySize: 8, targetFpir: 0.001 }, SHIPPED_STATISTICS);
const watch = { signal: new AbortController().signal, progress: () => undefined };

const look = (shots: readonly Shot[]) => {
  const entries = shots.map(({ person, part, file, templates }) => {
    return { person, part: part!, file, digest: templates ? `digest of ${templates.first[0]}` : null };
  });
  return validate(shots, entries, policy, watch);
};

describe('validation', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await look(madeShots({ people: 8, photos: 6 }))).toEqual({ findings: [], lookAlikes: [] });
  });

  it('finds swapped labels, and says whom they show', async () => {
    const shots = madeShots({ people: 8, photos: 6 });
    const swapped = [shots[0]!, shots[13]!, shots[47]!];
    const spoiled = shots.map((shot) => (swapped.includes(shot) ? { ...shot, person: 'person 4' } : shot));
    const { findings } = await look(spoiled);
    expect(findings.map(({ kind, file, other }) => [kind, file, other])).toEqual([
      ['WRONG_PERSON', '0/0.jpg', 'person 0'],
      ['WRONG_PERSON', '2/1.jpg', 'person 2'],
      ['WRONG_PERSON', '7/5.jpg', 'person 7'],
    ]);
  });

  it('finds copies, photos without a face, and somebody who is not here', async () => {
    const [stranger] = madeShots({ people: 9, photos: 6 }).filter(({ person }) => person === 'person 8');
    const shots = madeShots({ people: 8, photos: 6 });
    const spoiled: Shot[] = [
      ...shots,
      { ...shots[0]!, file: '0/copy.jpg' },
      { ...shots[0]!, file: '0/empty.jpg', templates: null, failure: 'No face was found.' },
      { ...stranger!, person: 'person 1', file: '1/stranger.jpg' },
    ];
    expect((await look(spoiled)).findings).toMatchObject([
      { kind: 'DUPLICATE', file: '0/copy.jpg', other: '0/0.jpg' },
      { kind: 'NOT_ACQUIRED', file: '0/empty.jpg', words: 'No face was found.' },
      { kind: 'UNLIKE_THE_OTHERS', file: '1/stranger.jpg' },
    ]);
  });

  it('names people who are nearly one', async () => {
    const shots = madeShots({ people: 8, photos: 6 });
    const twin = shots.slice(0, 6).map((shot) => ({ ...shot, person: 'twin', file: `twin of ${shot.file}` }));
    expect((await look([...shots, ...twin])).lookAlikes).toMatchObject([
      { a: 'person 0', b: 'twin', distance: expect.closeTo(0, 3) as number },
    ]);
  });

  it('stops when it is asked to', async () => {
    const shots = madeShots({ people: 8, photos: 6 });
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(validate(shots, [], policy, { ...watch, signal })).rejects.toThrow('cancelled');
  });
});
