import { describe, expect, it } from 'vitest';
import type { OldAttendanceRow, OldEmployeeRow } from './old-application.repository.js';
import { oldPeople } from './old-people.js';
import { peopleInFolders } from './people-in-folders.js';

const employee = (row: number, overrides: Partial<OldEmployeeRow>): OldEmployeeRow => ({
  row,
  id: String(row),
  name: '',
  position: '',
  department: '',
  imageId: '',
  ...overrides,
});
const attended = (row: number, employeeId: string, employeeName: string): OldAttendanceRow => ({
  row,
  employeeId,
  employeeName,
  date: '2024-07-01',
  checkIn: '08:00',
  checkOut: '',
});

function put(employees: OldEmployeeRow[], folders: string[], attendance: OldAttendanceRow[] = []) {
  const { people } = peopleInFolders(folders.map((folder) => `Face Images/Train/${folder}/a.jpg`));
  const found = oldPeople({ employees, folders: people, attendance });
  return {
    people: found.people.map((person) => [person.number, person.name, person.photos.length, person.attendance.length]),
    problems: found.problems.map(({ where, reason }) => `${where}: ${reason}`),
  };
}

describe('folders of photographs belong', () => {
  it.each([
    ['to whose ImageID they are, whatever the name', { id: '7', name: 'Ezekiel C.', imageId: '1_EzekielChristian' }, 7],
    ['to whose ImageID they are, though it bears no name', { id: '7', name: 'Anna', imageId: 'Face 4' }, 7, 'face4'],
    ['to whose name they bear, whatever the number', { id: '9', name: 'Ezekiel Christian' }, 9],
    ['to whose number and first name they have', { id: '1', name: 'Ezekiel C.' }, 1],
  ])('%s', (_name, row, number, folder = '1_EzekielChristian') => {
    const { people } = put([employee(1, row)], [folder]);
    expect(people).toEqual([[number, row.name, 1, 0]]);
  });

  it('to somebody of their own where nobody in the table is meant', () => {
    expect(put([employee(1, { name: 'Anna Berg' })], ['1_EzekielChristian']).people).toEqual([
      [1, 'Anna Berg', 0, 0],
      [1, 'Ezekiel Christian', 1, 0],
    ]);
  });
});

it.each(['face4', 'Person_4', '4'])('a folder %s that is nobody’s ImageID is nobody’s', (folder) => {
  const { people, problems } = put([employee(4, { name: 'Anna', imageId: '1' })], [folder]);
  expect(people).toEqual([[4, 'Anna', 0, 0]]);
  expect(problems).toEqual([expect.stringContaining('No ImageID says whose face is in')]);
});

describe('the table of employees', () => {
  it('gives a name by its ImageID where there is none, and leaves out who has neither', () => {
    const { people, problems } = put([employee(1, { imageId: '4_AnnaBerg' }), employee(2, {})], []);
    expect(people).toEqual([[1, 'Anna Berg', 0, 0]]);
    expect(problems).toEqual(['Employees, row 2: There is neither a name nor an ImageID that bears one.']);
  });

  it('gives the same person once', () => {
    const twice = [employee(1, { name: 'Anna' }), employee(2, { id: '1', name: 'Anna' })];
    const { people, problems } = put(twice, []);
    expect(people).toEqual([[1, 'Anna', 0, 0]]);
    expect(problems[0]).toContain('Employees, row 2: Anna is there already');
  });
});

describe('a row of attendance belongs', () => {
  const table = [employee(1, { name: 'Anna Berg' }), employee(2, { name: 'Bob' })];
  it.each([
    ['to whose number and name it has', '1', 'anna  berg', [1, 0], 0],
    ['to whose number it has, where it bears no name', '2', '', [0, 1], 0],
    ['to whose number it has, as a table with gaps or leading zeros writes it', '002.0', '', [0, 1], 0],
    ['to whose number it has, where nobody is called so, with a remark', '2', 'Robert', [0, 1], 1],
    ['to whose name it bears, where nobody has the number', '99', 'Bob', [0, 1], 0],
    ['to nobody, where number and name are of two people', '1', 'Bob', [0, 0], 1],
    ['to nobody, where neither is known', '99', '', [0, 0], 1],
  ])('%s', (_name, id, name, rows, problems) => {
    const found = put(table, [], [attended(1, id, name)]);
    expect(found.people.map(([, , , count]) => count)).toEqual(rows);
    expect(found.problems).toHaveLength(problems);
  });

  it('to somebody new, where only the name says who', () => {
    const { people } = put(table, [], [attended(1, '8', 'Cem'), attended(2, '8', 'Cem')]);
    expect(people.at(-1)).toEqual([8, 'Cem', 0, 2]);
  });
});
