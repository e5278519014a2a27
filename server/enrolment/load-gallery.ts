import { StartupError } from '../errors.js';
import type { Logger } from '../logger.js';
import type { Gallery } from '../recognition/gallery.js';
import type { EnrolmentRepository } from './enrolment.repository.js';
import { openTemplate } from './sealed-template.js';

const BATCH = 1000;
/** Beside requests: so many take a few milliseconds. */
const BACKGROUND_BATCH = 100;

interface Loading {
  enrolments: Pick<EnrolmentRepository, 'listTemplates' | 'listSecondTemplates' | 'countOutdated'>;
  gallery: Gallery;
  templateKey: Buffer;
  modelId: string;
  secondModelId: string;
  logger: Logger;
}

/**
 * Fills an empty gallery with every template of a model. Those of the second model, eight times as long and asked for in
 * doubt only, follow in the background: whoever needs them waits (Gallery.complete). Throws StartupError when the first ones
 * were sealed with another key.
 */
export async function loadGallery(loading: Loading): Promise<void> {
  const { enrolments, gallery, templateKey, modelId } = loading;
  const list = (after: string | null) => enrolments.listTemplates(modelId, BATCH, after);
  for await (const { employeeId, sampleId, sealed } of everySample(list, BATCH)) {
    try {
      const template = openTemplate(templateKey, sealed, { employeeId, sampleId, modelId });
      gallery.add(employeeId, [{ template, second: null }]);
    } catch {
      throw new StartupError([WRONG_KEY]);
    }
  }
  gallery.complete((signal) => loadSeconds(loading, signal));
}

/** Never throws: without them recognition refuses whoever is in doubt, and the log says why. */
async function loadSeconds(loading: Loading, signal: AbortSignal): Promise<void> {
  const { enrolments, gallery, templateKey, modelId, secondModelId, logger } = loading;
  const list = (after: string | null) =>
    enrolments.listSecondTemplates({ modelId, secondModelId }, BACKGROUND_BATCH, after);
  // A person's templates came in the order of their samples.
  const seen = new Map<string, number>();
  let damaged = 0;
  try {
    for await (const { employeeId, sampleId, sealed } of everySample(list, BACKGROUND_BATCH)) {
      if (signal.aborted) return;
      const place = seen.get(employeeId) ?? 0;
      seen.set(employeeId, place + 1);
      if (!sealed) continue;
      try {
        const second = openTemplate(templateKey, sealed, { employeeId, sampleId, modelId: secondModelId });
        gallery.addSecond(employeeId, place, second);
      } catch {
        damaged++;
      }
    }
    if (damaged > 0) logger.error({ templates: damaged }, DAMAGED_SECONDS);
    const outdated = await enrolments.countOutdated({ modelId, secondModelId });
    if (outdated > 0) logger.warn({ samples: outdated }, OUTDATED);
  } catch (err) {
    logger.error({ err }, 'the templates of the second encoder could not be read');
  }
}

async function* everySample<Row extends { sampleId: string }>(
  list: (afterSampleId: string | null) => Promise<Row[]>,
  size: number,
): AsyncGenerator<Row, void, undefined> {
  for (let after: string | null = null; ;) {
    const batch: Row[] = await list(after);
    yield* batch;
    if (batch.length < size) return;
    after = batch.at(-1)!.sampleId;
  }
}

const WRONG_KEY =
  'The enrolled faces cannot be decrypted: the key is not the one they were stored with, or the database was damaged. ' +
  'Restore template.key (or TEMPLATE_KEY) from the same backup as the database.';
const OUTDATED =
  'samples were described by an older model and are not recognised by: stop the server and run npm run templates:rebuild';
const DAMAGED_SECONDS =
  'templates of the second encoder cannot be decrypted and are left out. Delete these rows and run npm run templates:rebuild';
