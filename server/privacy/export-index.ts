import type { Employee } from '../employees/employee.repository.js';

export interface IndexedTable {
  name: string;
  rows: number;
}

const WHAT: Readonly<Record<string, string>> = {
  Employee: 'Who you are here: name, number, position, department.',
  Consent: 'What you agreed to, when, how, and whether you took it back.',
  FaceSample: 'The photographs you were enrolled with.',
  FaceTemplate: 'The numbers worked out from each photograph. They are sealed and only this program can use them.',
  PersonKey: 'The keys that seal your photographs and numbers. The keys themselves are not told.',
  AttendanceEvent: 'Each time you came or went, with how and where it was recorded.',
  Attendance: 'Your days: when you came, when you left, how long you worked.',
  RecognitionDecision: 'How near photographs taken at a kiosk came to yours, and what followed.',
  LookAlike: 'That your face is much like a colleague’s, so that a PIN is asked for besides.',
  MistakenMatch: 'That you were taken for a colleague, or a colleague for you.',
  Leave: 'Days on which you need not come.',
  Assignment: 'The working times that hold for you.',
  OneOffChange: 'Single days on which your working times are others.',
  Erasure: 'When your face was erased, with the receipt.',
  Audit: 'Who did or looked at something of yours in the dashboard.',
};

/** A page that says what is in an export, for whoever it is about. */
export function exportIndex(content: {
  person: Pick<Employee, 'name' | 'number'>;
  at: Date;
  tables: readonly IndexedTable[];
  photographs: number;
}): string {
  const { person, at, tables, photographs } = content;
  const rows = tables.map(({ name, rows: count }) => {
    const file = `data/${name}.json`;
    return `<tr><td><a href="${file}">${file}</a></td><td>${count}</td><td>${escape(WHAT[name] ?? '')}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>What Rollcall keeps about ${escape(person.name)}</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}td,th{padding:.4rem .8rem;text-align:left;border-bottom:1px solid #ccc;vertical-align:top}</style>
<h1>What is kept about ${escape(person.name)}, number ${person.number}</h1>
<p>Made at ${at.toISOString()} (UTC). Times in the files are UTC.</p>
<table>
<tr><th>File</th><th>Entries</th><th>What it is</th></tr>
${rows.join('\n')}
<tr><td>photographs/</td><td>${photographs}</td><td>Photographs of you, by where they are kept.</td></tr>
</table>
</html>
`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
