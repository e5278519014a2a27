import { DatasetError } from './dataset.js';

/**
 * A CSV of `person,group` lines -> the group of each person. A first line `person,group` is a heading. Throws
 * DatasetError for a line of another shape, or a person who is named twice.
 */
export function parseGroups(text: string): Map<string, string> {
  const groups = new Map<string, string>();
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || (index === 0 && /^person,\s*group$/i.test(line.trim()))) return;
    const [person, group, ...more] = line.split(',').map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
    if (!person || !group || more.length > 0) {
      throw new DatasetError(`Line ${index + 1} of the groups is not "person,group".`);
    }
    if (groups.has(person)) throw new DatasetError(`Line ${index + 1} of the groups names ${person} again.`);
    groups.set(person, group);
  });
  return groups;
}
