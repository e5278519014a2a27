import { parseArgs } from 'node:util';
import { StartupError } from '../errors.js';

export interface ImportSettings {
  path: string;
  /** The path is the folder of an old application. */
  isOldApplication: boolean;
  /** Of its clocks; null where it is not said. */
  zone: string | null;
  consentRecorded: boolean;
  position: string;
  department: string;
  json: boolean;
}

export const USAGE = `npm run import -- DIR | file.zip | people.csv [options]
npm run import -- --from OLD_APP_DIR --zone ZONE [options]

  DIR, file.zip          photographs in a folder for each person, named 7_AnnaBerg or Anna Berg, also below
                         Train and Test
  people.csv             lines of name, position, department, number, photo, photo …
  --from OLD_APP_DIR     the folder of the application that Rollcall replaces: attendance.db, Face Images
  --zone ZONE            of the clocks that its times were taken from, such as Europe/Berlin

  --consent-recorded     everybody has agreed, and you have it on record, that their face is kept;
                         without it people are added and no photograph is opened
  --position TITLE       of people of whom nothing else is said (Employee)
  --department NAME      likewise (Unassigned)
  --json                 the last line is one JSON object`;

/** Throws StartupError in plain words for what makes no sense. */
export function parseImportSettings(words: readonly string[]): ImportSettings {
  const { values, positionals } = parse(words);
  const [path, ...more] = values.from === undefined ? positionals : [values.from, ...positionals];
  if (path === undefined || more.length > 0) throw new StartupError([`Import what? Give one path.\n\n${USAGE}`]);
  return {
    path,
    isOldApplication: values.from !== undefined,
    zone: values.zone ?? null,
    consentRecorded: values['consent-recorded'] ?? false,
    position: values.position ?? 'Employee',
    department: values.department ?? 'Unassigned',
    json: values.json ?? false,
  };
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        from: text,
        zone: text,
        'consent-recorded': flag,
        position: text,
        department: text,
        json: flag,
      },
    });
  } catch (error) {
    throw new StartupError([`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`]);
  }
}
