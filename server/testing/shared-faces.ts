import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/faces', import.meta.url));

/** Whether the photographs that some tests are about are here; they say that they are skipped where not. */
export const sharedFacesAreHere = existsSync(join(FOLDER, 'Train'));

/** `{ID}_{Name}` of everybody on them. */
export const sharedPeople = (): string[] => readdirSync(join(FOLDER, 'Train')).sort();

/** Some of somebody's photographs. */
export function sharedPhotos(part: 'Train' | 'Test', person: string, count: number): Buffer[] {
  const folder = join(FOLDER, part, person);
  const names = readdirSync(folder).sort().slice(0, count);
  return names.map((name) => readFileSync(join(folder, name)));
}
