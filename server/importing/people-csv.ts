import { csvCells, csvLines } from '../csv.js';
import { DomainError } from '../errors.js';
import { employeeNumberOf, personKey, type PersonFound } from './person-found.js';

const MOST_PEOPLE = 100_000;
/** The columns where no first line names them. */
const USUAL: readonly Column[] = ['name', 'position', 'department', 'number'];

type Column = 'name' | 'position' | 'department' | 'number' | 'photos' | 'other';

const NAMES: readonly [Column, RegExp][] = [
  ['name', /^(full |employee )?name$/i],
  ['position', /^(position|title|job( title)?|role)$/i],
  ['department', /^(department|dept|team|unit)$/i],
  ['number', /^(number|no\.?|id|employee[ _]?(id|number|no\.?))$/i],
  ['photos', /^(photo|image|picture|file|path)/i],
];

/** A person as a line of a list names them. */
export interface PersonListed extends PersonFound {
  /** Of the list, from 1. */
  line: number;
}

/**
 * People of a list: name, position, department, number and paths of photographs, in the order that the first line says or
 * else in this one. Every cell after the named columns is a photo; several may also stand in one cell, with "|" between.
 * Lines about the same person are one person. Throws BAD_USER_INPUT for a list without names.
 */
export function peopleInCsv(text: string): { people: PersonListed[]; problems: { line: number; reason: string }[] } {
  const lines = csvLines(text);
  const header = csvCells(lines[0]?.line ?? '').map(columnOf);
  const columns = header.includes('name') ? header : USUAL;
  if (columns === header) lines.shift();
  if (lines.length === 0) throw new DomainError('BAD_USER_INPUT', 'There is nobody in the list.');
  if (lines.length > MOST_PEOPLE)
    throw new DomainError('BAD_USER_INPUT', `The list has more than ${MOST_PEOPLE} lines.`);

  const people = new Map<string, PersonListed>();
  const problems: { line: number; reason: string }[] = [];
  for (const { line, number: at } of lines) {
    const cells = csvCells(line);
    const cell = (column: Column): string => cells[columns.indexOf(column)]?.trim() ?? '';
    const name = cell('name');
    const number = employeeNumberOf(cell('number'));
    if (name === '') {
      problems.push({ line: at, reason: 'There is no name.' });
      continue;
    }
    if (cell('number') !== '' && number === null) {
      problems.push({ line: at, reason: `"${cell('number')}" is no employee number; they get the next free one.` });
    }
    const paths = cells
      .filter((_cell, index) => (columns[index] ?? 'photos') === 'photos')
      .flatMap((c) => c.split('|'));
    const photos = paths.flatMap((path) => (path.trim() ? [{ path: path.trim(), use: 'TRAIN' as const }] : []));
    const key = personKey(number, name);
    const known = people.get(key);
    if (known) known.photos.push(...photos);
    else {
      const [position, department] = [cell('position') || null, cell('department') || null];
      people.set(key, { key, number, name, position, department, photos, line: at });
    }
  }
  return { people: [...people.values()], problems };
}

const columnOf = (cell: string): Column => NAMES.find(([, pattern]) => pattern.test(cell.trim()))?.[0] ?? 'other';
