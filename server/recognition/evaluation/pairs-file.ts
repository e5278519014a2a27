import path from 'node:path';
import { DatasetError, type DatasetPhoto } from './dataset.js';

/** Two photos of a set by their place in its list, and whether they show one person. */
export interface PhotoPair {
  a: number;
  b: number;
  same: boolean;
}

/**
 * The pairs.txt of Labeled Faces in the Wild: a line with the number of folds and of pairs (or nothing of the kind),
 * then `person n1 n2` for one person, `person1 n1 person2 n2` for two; photo n of a person is `{person}_{n:0000}.*`, or
 * else the person's n-th by name. Throws DatasetError for a line of another shape, a photo that is not there, or no pair.
 */
export function parsePairs(text: string, photos: readonly DatasetPhoto[]): PhotoPair[] {
  const find = photoFinder(photos);
  const pairs: PhotoPair[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    // Names with spaces are told by tabs.
    const words = line.trim().split(line.includes('\t') ? /\s*\t\s*/ : /\s+/);
    if (words[0] === '' || words.every((word) => /^\d+$/.test(word))) return;
    const [person, first, other, second] = words as [string, string, string, string?];
    const number = index + 1;
    if (words.length === 3) pairs.push({ a: find(person, first, number), b: find(person, other, number), same: true });
    else if (words.length === 4) {
      pairs.push({ a: find(person, first, number), b: find(other, second as string, number), same: false });
    } else throw new DatasetError(`Line ${number} of the pairs is neither "person n1 n2" nor "person1 n1 person2 n2".`);
  });
  if (pairs.length === 0) throw new DatasetError('There are no pairs in the file of pairs.');
  return pairs;
}

function photoFinder(photos: readonly DatasetPhoto[]): (person: string, number: string, line: number) => number {
  const byName = new Map<string, number>();
  const byPerson = new Map<string, number[]>();
  photos.forEach(({ person, file }, index) => {
    byName.set(path.parse(file).name, index);
    byPerson.set(person, [...(byPerson.get(person) ?? []), index]);
  });
  return (person, number, line) => {
    const found = byName.get(`${person}_${number.padStart(4, '0')}`) ?? byPerson.get(person)?.[Number(number) - 1];
    if (found === undefined)
      throw new DatasetError(`Line ${line} of the pairs: there is no photo ${number} of ${person}.`);
    return found;
  };
}
