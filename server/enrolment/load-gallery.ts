import type { Logger } from '../logger.js';
import type { Gallery } from '../recognition/gallery.js';
import { wrongKey } from '../storage/master-key.js';
import type { PersonKeys } from '../storage/person-keys.js';
import type { EnrolmentRepository } from './enrolment.repository.js';
import { openTemplate, type TemplateOwner } from './sealed-template.js';

const BATCH = 1000;
/** Beside requests: so many take a few milliseconds. */
const BACKGROUND_BATCH = 100;

interface Loading {
  enrolments: Pick<EnrolmentRepository, 'listTemplates' | 'listSecondTemplates' | 'countOutdated'>;
  gallery: Gallery;
  keys: Pick<PersonKeys, 'openAll'>;
  modelId: string;
  secondModelId: string;
  logger: Logger;
}

/**
 * Fills an empty gallery with every template of a model, of people whose agreement holds. Those of the second model, eight
 * times as long and asked for in doubt only, follow in the background: whoever needs them waits (Gallery.complete). Throws
 * StartupError when the first ones were sealed with other keys.
 */
export async function loadGallery(loading: Loading): Promise<void> {
  const { enrolments, gallery, modelId } = loading;
  const keys = await loading.keys.openAll();
  const list = (after: string | null) => enrolments.listTemplates(modelId, BATCH, after);
  for await (const { employeeId, sampleId, keyId, sealed } of everySample(list, BATCH)) {
    const key = keys.get(keyId);
    if (!key) throw wrongKey();
    gallery.add(employeeId, [{ template: open(key, sealed, { employeeId, sampleId, modelId }), second: null }]);
  }
  gallery.complete((signal) => loadSeconds(loading, keys, signal));
}

/** Never throws: without them recognition refuses whoever is in doubt, and the log says why. */
async function loadSeconds(loading: Loading, keys: ReadonlyMap<string, Buffer>, signal: AbortSignal): Promise<void> {
  const { enrolments, gallery, modelId, secondModelId, logger } = loading;
  const list = (after: string | null) =>
    enrolments.listSecondTemplates({ modelId, secondModelId }, BACKGROUND_BATCH, after);
  // A person's templates came in the order of their samples.
  const seen = new Map<string, number>();
  let damaged = 0;
  try {
    for await (const { employeeId, sampleId, keyId, sealed } of everySample(list, BACKGROUND_BATCH)) {
      if (signal.aborted) return;
      const place = seen.get(employeeId) ?? 0;
      seen.set(employeeId, place + 1);
      const key = keys.get(keyId);
      // Whoever got their key meanwhile was added with both.
      if (!sealed || !key) continue;
      try {
        const second = openTemplate(key, sealed, { employeeId, sampleId, modelId: secondModelId });
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

function open(key: Buffer, sealed: Uint8Array, owner: TemplateOwner): Float32Array {
  try {
    return openTemplate(key, sealed, owner);
  } catch {
    throw wrongKey();
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

const OUTDATED =
  'samples were described by an older model and are not recognised by: stop the server and run npm run templates:rebuild';
const DAMAGED_SECONDS =
  'templates of the second encoder cannot be decrypted and are left out. Delete these rows and run npm run templates:rebuild';
