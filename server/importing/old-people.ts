import { foldForSearch } from '../employees/employee-details.js';
import type { OldAttendanceRow, OldEmployeeRow } from './old-application.repository.js';
import { nameOfFolder } from './people-in-folders.js';
import { employeeNumberOf, personKey, type PersonFound } from './person-found.js';
import type { Problem } from './import-report.js';

/** Somebody of the old application, with what it has recorded of them. */
export interface OldPerson extends PersonFound {
  /** As the table writes it; empty where it says nothing. */
  imageId: string;
  attendance: OldAttendanceRow[];
}

/** Folders that name nobody: a number of their own, which need not be that of an employee. */
const NAMELESS = /^((face|person|user|class|subject|id)[ _-]?)?\d+$/i;
const IMAGE_ID = /^\d+_.+/;

/** Names are compared without case, accents, spaces and marks: folders have none. */
const compact = (name: string): string => foldForSearch(name).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Puts together who is in the table of employees, in folders of photographs and in the table of attendance. A folder
 * belongs to whose ImageID it is, else to whose name it bears, else to whose number it has with the same first name. A row
 * of attendance belongs to whose id it has, unless it bears somebody else's name; whoever is in one place only is taken
 * as well. What cannot be told is left out, and why is said.
 */
export function oldPeople({
  employees,
  folders,
  attendance,
}: {
  employees: readonly OldEmployeeRow[];
  folders: readonly PersonFound[];
  attendance: readonly OldAttendanceRow[];
}): { people: OldPerson[]; problems: Problem[] } {
  const people: OldPerson[] = [];
  const problems: Problem[] = [];
  const add = (person: PersonFound, imageId = ''): OldPerson => {
    const added = { ...person, photos: [...person.photos], imageId, attendance: [] };
    people.push(added);
    return added;
  };

  for (const row of employees) {
    const where = `Employees, row ${row.row}`;
    const person = personOfRow(row);
    if (!person) problems.push({ where, reason: 'There is neither a name nor an ImageID that bears one.' });
    else if (people.some(({ key }) => key === person.key)) {
      problems.push({ where, reason: `${person.name} is there already; the row is taken for the same person.` });
    } else add(person, row.imageId);
  }

  for (const folder of folders) {
    const owner = ownerOfFolder(folder, people);
    if (owner) owner.photos.push(...folder.photos);
    else if (NAMELESS.test(folder.name)) {
      const reason = `No ImageID says whose face is in ${folder.name}: name the folder as 7_AnnaBerg.`;
      problems.push(...folder.photos.map(({ path }) => ({ where: path, reason })));
    } else add(folder);
  }

  const remarked = new Set<string>();
  for (const row of attendance) {
    const found = ownerOfRow(row, people);
    const where = `Attendance, row ${row.row}`;
    if (typeof found === 'string') problems.push({ where, reason: found });
    else {
      const person = found ?? personOfAttendance(row);
      if (!person) {
        problems.push({ where, reason: `Nobody has the number "${row.employeeId}", and there is no name.` });
        continue;
      }
      const owner = found ?? add(person);
      owner.attendance.push(row);
      const remark = `${owner.name} (${owner.number ?? 'no number'}) is called ${row.employeeName} here.`;
      if (row.employeeName !== '' && compact(row.employeeName) !== compact(owner.name) && !remarked.has(remark)) {
        remarked.add(remark);
        problems.push({ where, reason: `${remark} It is taken by the number, and further rows alike.` });
      }
    }
  }
  return { people, problems };
}

function personOfRow({ id, name, position, department, imageId }: OldEmployeeRow): PersonFound | null {
  const folder = IMAGE_ID.test(imageId) ? nameOfFolder(imageId) : null;
  const written = name || folder?.name;
  if (!written) return null;
  const number = employeeNumberOf(id) ?? folder?.number ?? null;
  const key = folder ? personKey(folder.number, folder.name) : personKey(number, written);
  return { key, number, name: written, position: position || null, department: department || null, photos: [] };
}

function personOfAttendance({ employeeId, employeeName }: OldAttendanceRow): PersonFound | null {
  if (compact(employeeName) === '') return null;
  const number = employeeNumberOf(employeeId);
  const key = personKey(number, employeeName);
  return { key, number, name: employeeName, position: null, department: null, photos: [] };
}

function ownerOfFolder({ key, number, name }: PersonFound, people: readonly OldPerson[]): OldPerson | undefined {
  const firstName = (full: string): string => compact(full.split(' ')[0] ?? '');
  return (
    people.find((person) => person.key === key) ??
    onlyOne(people.filter(({ imageId }) => imageId !== '' && compact(imageId) === compact(key))) ??
    onlyOne(people.filter((person) => compact(person.name) === compact(name))) ??
    onlyOne(people.filter((person) => person.number === number && firstName(person.name) === firstName(name)))
  );
}

/** Whose row it is; null for nobody's who is known, or in words why it cannot be told. */
function ownerOfRow(row: OldAttendanceRow, people: readonly OldPerson[]): OldPerson | string | null {
  const number = employeeNumberOf(row.employeeId);
  const imageId = IMAGE_ID.test(row.employeeId) ? nameOfFolder(row.employeeId) : null;
  const byId = people.filter((person) =>
    imageId ? person.key === personKey(imageId.number, imageId.name) : number !== null && person.number === number,
  );
  const name = compact(row.employeeName);
  const byName = name === '' ? [] : people.filter((person) => compact(person.name) === name);
  const both = byId.filter((person) => byName.includes(person));
  if (both.length > 0) return onlyOne(both) ?? `More than one person is ${row.employeeName} with this number.`;
  if (byId.length > 0 && byName.length > 0) {
    return `The number ${row.employeeId} is ${byId[0]!.name}'s, the name ${row.employeeName} somebody else's: it cannot be told whose it is.`;
  }
  const owners = byId.length > 0 ? byId : byName;
  if (owners.length === 0) return null;
  return onlyOne(owners) ?? 'It cannot be told which of several people it is about.';
}

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);
