import type { NamedPhoto } from '../backup/database-snapshot.js';
import type { ObjectStore } from '../storage/object-store.js';
import { severalAtOnce } from '../storage/several-at-once.js';
import { listPhotos, lookForPhoto } from '../storage/photo-places.js';
import { ok, problem, warning, type Finding } from './finding.js';

/** Of how many the names are said. */
const SHOWN = 3;

/** Photographs that rows name and are not there, and those that are there and no row names. */
export async function checkPhotographs(
  photos: Pick<ObjectStore, 'modifiedAt' | 'list' | 'keepsVersions'>,
  database: {
    photographs(attendanceSince: Date): Iterable<NamedPhoto> | AsyncIterable<NamedPhoto>;
    isNamed(path: string): boolean | Promise<boolean>;
  },
  attendanceSince: Date,
): Promise<Finding[]> {
  const missing = { enrolment: [] as string[], attendance: [] as string[] };
  let named = 0;
  const look = async (photo: NamedPhoto) => ({
    ...photo,
    isThere: (await lookForPhoto(photo, (key) => photos.modifiedAt(key))) !== null,
  });
  for await (const { path, kind, isThere } of severalAtOnce(database.photographs(attendanceSince), look)) {
    named++;
    if (!isThere) missing[kind].push(path);
  }
  const findings: Finding[] = [];
  if (missing.enrolment.length > 0) {
    const says = `Enrolment photographs that are gone: ${some(missing.enrolment)}. The people are still recognised.`;
    findings.push(
      problem('photographs', says, 'Restore them from a backup; without them a new model needs these people anew.'),
    );
  }
  if (missing.attendance.length > 0) {
    const says = `Photographs of check-ins that are gone before their time: ${some(missing.attendance)}.`;
    findings.push(
      warning(
        'photographs',
        says,
        'Their attendance stands. If nobody removed them, look at the disk; they are in backups.',
      ),
    );
  }
  const orphans: string[] = [];
  for await (const path of listPhotos(photos)) if (!(await database.isNamed(path))) orphans.push(path);
  if (orphans.length > 0) {
    const says = `Photographs that no row names: ${some(orphans)}.`;
    findings.push(warning('photographs', says, 'Nothing uses them: look at them, and remove them.'));
  }
  if (findings.length === 0)
    findings.push(ok('photographs', `All ${named} photographs that rows name are there, and no other.`));
  if (await photos.keepsVersions()) {
    const says = 'The bucket keeps versions: photographs that are past their time stay in it.';
    const remedy = 'Turn versioning off, or let a rule of its life cycle remove older versions after a day.';
    findings.push(warning('photographs', says, remedy));
  }
  return findings;
}

const some = (paths: readonly string[]): string =>
  [`${paths.length} (`, paths.slice(0, SHOWN).join(', '), paths.length > SHOWN ? ', …)' : ')'].join('');
