import { employeeNumberOf, personKey, type PersonFound, type PhotoFound } from './person-found.js';

/** Photographs of attendance, which are no samples of a face. */
const PASSED_OVER = /^attendance tracker$/i;
/** Folders that hold those of people. */
const NOBODY =
  /^((final[ _-])?(train(ing)?|test(ing)?|valid(ation)?)([ _-](images|faces|photos|data|set))?|face[ _-]?images?|faces|images|photos|pictures|data(set)?)$/i;
const TEST = /\b(test|valid)/i;

/**
 * People by the folders that their photographs lie in: `{ID}_{Name}` or `{Name}`, at any depth, below Train and Test
 * folders where there are these. A photo that lies in no folder of a person is given back in `unclaimed`.
 */
export function peopleInFolders(paths: readonly string[]): { people: PersonFound[]; unclaimed: string[] } {
  const people = new Map<string, PersonFound>();
  const unclaimed: string[] = [];
  for (const path of paths) {
    const folders = path.split('/').slice(0, -1);
    if (folders.some((folder) => PASSED_OVER.test(folder))) continue;
    const at = folders.findLastIndex((name) => !NOBODY.test(name));
    const folder = folders[at];
    if (folder === undefined) {
      unclaimed.push(path);
      continue;
    }
    const { number, name } = nameOfFolder(folder);
    const key = personKey(number, name);
    const person = people.get(key) ?? { key, number, name, position: null, department: null, photos: [] };
    const use: PhotoFound['use'] = folders.some((each, index) => index !== at && TEST.test(each)) ? 'TEST' : 'TRAIN';
    person.photos.push({ path, use });
    people.set(key, person);
  }
  return { people: [...people.values()], unclaimed };
}

/** `7_AnnaMcDonald` is number 7, Anna McDonald; `Anna_Berg` and `Anna Berg` are Anna Berg without a number. */
export function nameOfFolder(folder: string): { number: number | null; name: string } {
  const [, digits, rest] = /^(\d+)[_\-. ]+(.+)$/u.exec(folder) ?? [];
  const number = digits === undefined ? null : employeeNumberOf(digits);
  const written = number === null ? folder : rest!;
  const name = written
    .replace(/_+/g, ' ')
    .replace(/(?<!Mc|Mac)(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { number, name };
}
