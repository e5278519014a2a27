import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.js';
import { listPhotos } from './dataset.js';
import { parseGroups } from './groups-file.js';
import { parsePairs } from './pairs-file.js';

async function folderWith(...files: string[]): Promise<string> {
  const folder = temporaryFolder();
  for (const file of files) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), '');
  }
  return folder;
}

describe('listPhotos', () => {
  it('takes a folder for each person, sorted, and passes over what is no photo', async () => {
    const folder = await folderWith(
      'ben/1.png',
      'anna/b.JPG',
      'anna/a.pgm',
      'anna/notes.txt',
      'anna/.hidden.jpg',
      'pairs.txt',
    );
    expect((await listPhotos(folder)).map(({ person, part, file }) => [person, part, path.basename(file)])).toEqual([
      ['anna', null, 'a.pgm'],
      ['anna', null, 'b.JPG'],
      ['ben', null, '1.png'],
    ]);
  });

  it('knows Train and Test apart', async () => {
    const folder = await folderWith('Train/anna/1.jpg', 'Test/anna/2.jpg', 'Train/ben/1.jpg');
    expect((await listPhotos(folder)).map(({ person, part }) => `${part}/${person}`)).toEqual([
      'Train/anna',
      'Train/ben',
      'Test/anna',
    ]);
  });

  it('knows train and test in small letters too, and keeps files that cannot be read here, to be counted', async () => {
    const folder = await folderWith('train/An Na/1.bmp', 'test/An Na/2.gif', 'train/ben/1.TIF');
    expect((await listPhotos(folder)).map(({ person, part, file }) => [part, person, path.basename(file)])).toEqual([
      ['Train', 'An Na', '1.bmp'],
      ['Train', 'ben', '1.TIF'],
      ['Test', 'An Na', '2.gif'],
    ]);
  });

  it.each([
    ['is empty', [], 'There are no photos in'],
    ['has photos that are in no person’s folder', ['1.jpg', '2.jpg'], 'There are no photos in'],
    ['has one person', ['anna/1.jpg', 'anna/2.jpg'], 'of one person'],
  ])('says so when a folder %s', async (_, files, message) => {
    await expect(listPhotos(await folderWith(...files))).rejects.toThrow(message);
  });

  it('says so when there is no such folder', async () => {
    await expect(listPhotos('/no/such/folder')).rejects.toThrow('The folder /no/such/folder cannot be read.');
  });
});

describe('parsePairs', () => {
  it('takes names with spaces where there are tabs', () => {
    const file = (person: string, number: number) => ({ person, part: null, file: `${person}/${number}.pgm` });
    const photos = [file('An Na', 1), file('An Na', 2), file('ben', 1)];
    expect(parsePairs('An Na\t1\t2\nAn Na\t2\tben\t1\n', photos)).toEqual([
      { a: 0, b: 1, same: true },
      { a: 1, b: 2, same: false },
    ]);
  });

  const photos = ['anna/anna_0001.jpg', 'anna/anna_0002.jpg', 'ben/face.jpg', 'ben/other.jpg'].map((file) => ({
    person: path.dirname(file),
    part: null,
    file,
  }));

  it('reads the pairs of Labeled Faces in the Wild, by number in the name or in the folder', () => {
    expect(parsePairs('10\t300\nanna\t1\t2\nanna\t2\tben\t1\r\nben 1 2\n', photos)).toEqual([
      { a: 0, b: 1, same: true },
      { a: 1, b: 2, same: false },
      { a: 2, b: 3, same: true },
    ]);
  });

  it.each([
    ['10\nanna 1 2 ben 4', 'Line 2'],
    ['anna 1 7', 'Line 1 of the pairs: there is no photo 7 of anna.'],
    ['carla 1 2', 'there is no photo 1 of carla'],
    ['10 300', 'no pairs'],
  ])('refuses %j', (text, message) => {
    expect(() => parsePairs(text, photos)).toThrow(message);
  });
});

describe('parseGroups', () => {
  it('reads person and group, with a heading or without', () => {
    const groups = new Map([
      ['anna', 'over 60'],
      ['ben', 'under 30'],
    ]);
    expect(parseGroups('person,group\nanna, over 60\n"ben","under 30"\n')).toEqual(groups);
    expect(parseGroups('anna,over 60\r\nben,under 30')).toEqual(groups);
  });

  it.each([
    ['anna', 'Line 1'],
    ['anna,x\nanna,y', 'Line 2 of the groups names anna again.'],
    ['anna,x,y', 'Line 1'],
  ])('refuses %j', (text, message) => {
    expect(() => parseGroups(text)).toThrow(message);
  });
});
