import type { JobRun } from '../jobs/job-kind.js';
import type { PersonFound } from './person-found.js';
import type { Batch, ImportRules, PersonImport } from './person-import.js';
import { mergeOutcomes, type PersonOutcome } from './person-outcome.js';
import type { PhotoFiles } from './photo-files.js';
import { workAhead } from './work-ahead.js';

/** Photographs of one person that are held in memory at once. */
const BATCH_PHOTOS = 25;

/**
 * Imports people one after the other, a step for each few photographs, so that it goes on where it was stopped. The
 * photographs of the next ones are analysed meanwhile, `ahead` people at once. `onDone` is told after each step how many
 * units of `unitsOf` are done. Gives also how many photographs were analysed now, and not before a stop.
 */
export async function importAll(
  people: readonly PersonFound[],
  files: Pick<PhotoFiles, 'read'>,
  rules: ImportRules,
  {
    run,
    persons,
    ahead,
    onDone,
  }: {
    run: Pick<JobRun<unknown>, 'step' | 'findStep' | 'signal'>;
    persons: PersonImport;
    ahead: number;
    onDone: (units: number) => void;
  },
): Promise<{ outcomes: PersonOutcome[]; analysed: number }> {
  const outcomes: PersonOutcome[] = [];
  let [done, analysed] = [0, 0];
  const work = async ({ name, batch }: NamedBatch) => {
    const finished = (await run.findStep(name)) !== null;
    return finished || !rules.consentRecorded ? null : persons.look(batch, files, run.signal);
  };
  for await (const { item, result } of workAhead(batchesOf(people), ahead, work)) {
    const looked = result ?? { faces: [], known: 0, refused: [] };
    outcomes.push(await run.step(item.name, () => persons.keep(item.batch, looked, rules)));
    analysed += looked.faces.length + looked.refused.length;
    done += unitsOfBatch(item.batch);
    onDone(done);
  }
  return { outcomes: mergeOutcomes(outcomes), analysed };
}

/** How much work people are: a unit a photograph, one for whoever has none. */
export const unitsOf = (people: readonly PersonFound[]): number =>
  people.reduce((units, { photos }) => units + Math.max(1, photos.length), 0);

const unitsOfBatch = ({ photos }: Batch): number => Math.max(1, photos.length);

interface NamedBatch {
  name: string;
  batch: Batch;
}

function* batchesOf(people: readonly PersonFound[]): Generator<NamedBatch> {
  for (const person of people) {
    for (let from = 0; from === 0 || from < person.photos.length; from += BATCH_PHOTOS) {
      yield {
        name: `person ${person.key} ${from}`,
        batch: { person, photos: person.photos.slice(from, from + BATCH_PHOTOS) },
      };
    }
  }
}
