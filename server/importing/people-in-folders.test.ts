import { describe, expect, it } from 'vitest';
import { nameOfFolder, peopleInFolders } from './people-in-folders.js';

describe('the name of a folder', () => {
  it.each([
    ['1_EzekielChristian', 1, 'Ezekiel Christian'],
    ['12_Anna Berg', 12, 'Anna Berg'],
    ['7-Anna_Maria_Berg', 7, 'Anna Maria Berg'],
    ['7 Anna', 7, 'Anna'],
    ['4_AnnaMcDonald', 4, 'Anna McDonald'],
    ['Anna Berg', null, 'Anna Berg'],
    ['AnnaBerg', null, 'Anna Berg'],
    ['ÉlodieÖztürk', null, 'Élodie Öztürk'],
    ['0_Zero', null, '0 Zero'],
    ['123456789_TooHigh', null, '123456789 Too High'],
    ['42', null, '42'],
  ])('%s is number %s, %s', (folder, number, name) => {
    expect(nameOfFolder(folder)).toEqual({ number, name });
  });
});

describe('people in folders', () => {
  it('are found below Train and Test at any depth, each once', () => {
    const { people } = peopleInFolders([
      'Face Images/Test/1_AnnaBerg/a.jpg',
      'Face Images/Train/1_annaberg/b.jpg',
      'Bob/c.jpg',
      'Training/2_Cem/d.jpg',
      'Final Testing Images/2_Cem/e.jpg',
      'Test User/f.jpg',
    ]);
    expect(people.map(({ number, name, photos }) => [number, name, photos.map(({ use }) => use)])).toEqual([
      [1, 'Anna Berg', ['TEST', 'TRAIN']],
      [null, 'Bob', ['TRAIN']],
      [2, 'Cem', ['TRAIN', 'TEST']],
      [null, 'Test User', ['TRAIN']],
    ]);
  });

  it('are not those of attendance, and a photo in no folder is nobody’s', () => {
    expect(
      peopleInFolders(['Attendance Tracker/Attend/1_Anna/a.jpg', 'loose.jpg', 'Final Training Images/loose.jpg']),
    ).toEqual({
      people: [],
      unclaimed: ['loose.jpg', 'Final Training Images/loose.jpg'],
    });
  });
});
