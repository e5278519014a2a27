import { foldForSearch, imageIdOf } from '../employees/employee-details.js';

/** A photograph among the files of an import. */
export interface PhotoFound {
  path: string;
  use: 'TRAIN' | 'TEST';
}

/** Somebody whom an import names, as found: nothing is checked yet. */
export interface PersonFound {
  /** The same whenever and from wherever this person is imported. */
  key: string;
  number: number | null;
  name: string;
  /** Null where the source does not say. */
  position: string | null;
  department: string | null;
  photos: PhotoFound[];
}

/** Nobody numbers people higher by hand; one typo must not use up the numbers. */
const HIGHEST_NUMBER = 9_999_999;

/** A number that an employee may have; null for anything else. `7.0` is what a table with gaps makes of 7. */
export function employeeNumberOf(text: string): number | null {
  const number = /^\d{1,7}(\.0+)?$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= HIGHEST_NUMBER ? number : null;
}

/** `{number}_{NameWithoutSpaces}`, or the name alone, whatever its case: the same from a folder, a list or a table. */
export function personKey(number: number | null, name: string): string {
  const imageId = imageIdOf(number ?? 0, name);
  return foldForSearch(number === null ? imageId.replace(/^0_/, '') : imageId);
}
