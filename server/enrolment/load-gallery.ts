import type { Logger } from '../logger.js';
import type { Gallery } from '../recognition/gallery.js';
import { wrongKey, type Keyring } from '../storage/master-key.js';
import type { EnrolmentRepository, StoredTemplate } from './enrolment.repository.js';
import { TemplateOpener } from './template-opener.js';

const BATCH = 2000;
/** Beside requests: so many take a few milliseconds. */
const BACKGROUND_BATCH = 100;

interface Loading {
  enrolments: Pick<EnrolmentRepository, 'listTemplates' | 'listSecondTemplates' | 'countOutdated'>;
  gallery: Gallery;
  keyring: Keyring;
  modelId: string;
  secondModelId: string;
  logger: Logger;
}

/** A row with its template; null where there is none or it does not open. */
interface Opened {
  row: StoredTemplate;
  template: Float32Array | null;
}

/**
 * Fills an empty gallery with every template of a model, of people whose agreement holds. Those of the second model, eight
 * times as long and asked for in doubt only, follow in the background: whoever needs them waits (Gallery.complete). Throws
 * StartupError when the first ones were sealed with other keys.
 */
export async function loadGallery(loading: Loading): Promise<void> {
  const { enrolments, gallery, keyring, modelId } = loading;
  const opener = new TemplateOpener();
  try {
    const list = (after: string | null) => enrolments.listTemplates(modelId, BATCH, after);
    for await (const batch of openedBatches({ list, size: BATCH, opener, keyring, modelId })) {
      for (const { row, template } of batch) {
        if (!template) throw wrongKey();
        gallery.add(row.employeeId, [{ template, second: null }]);
      }
    }
  } catch (error) {
    await opener.stop();
    throw error;
  }
  gallery.complete((signal) => loadSeconds(loading, opener, signal).finally(() => opener.stop()));
}

/** Never throws: without them recognition refuses whoever is in doubt, and the log says why. */
async function loadSeconds(loading: Loading, opener: TemplateOpener, signal: AbortSignal): Promise<void> {
  const { enrolments, gallery, keyring, modelId, secondModelId, logger } = loading;
  const size = BACKGROUND_BATCH;
  const list = (after: string | null) => enrolments.listSecondTemplates({ modelId, secondModelId }, size, after);
  // A person's templates came in the order of their samples.
  const seen = new Map<string, number>();
  let damaged = 0;
  try {
    for await (const batch of openedBatches({ list, size, opener, keyring, modelId: secondModelId })) {
      if (signal.aborted) return;
      for (const { row, template } of batch) {
        const place = seen.get(row.employeeId) ?? 0;
        seen.set(row.employeeId, place + 1);
        if (template) gallery.addSecond(row.employeeId, place, template);
        else if (row.sealed) damaged++;
      }
    }
    if (damaged > 0) logger.error({ templates: damaged }, DAMAGED_SECONDS);
    const outdated = await enrolments.countOutdated({ modelId, secondModelId });
    if (outdated > 0) logger.warn({ samples: outdated }, OUTDATED);
  } catch (err) {
    logger.error({ err }, 'the templates of the second encoder could not be read');
  }
}

/** All rows in batches; while one is opened the next is read. */
async function* openedBatches({
  list,
  size,
  opener,
  keyring,
  modelId,
}: {
  list: (afterSampleId: string | null) => Promise<StoredTemplate[]>;
  size: number;
  opener: TemplateOpener;
  keyring: Keyring;
  modelId: string;
}): AsyncGenerator<Opened[], void, undefined> {
  for (let stored = await list(null); stored.length > 0;) {
    const opening = opener.open({ masters: keyring.all, modelId, stored });
    const next = stored.length < size ? [] : list(stored.at(-1)!.sampleId);
    const [templates, following] = await Promise.all([opening, next]);
    yield stored.map((row, index) => ({ row, template: templates[index] ?? null }));
    stored = following;
  }
}

const OUTDATED =
  'samples were described by an older model and are not recognised by: stop the server and run npm run templates:rebuild';
const DAMAGED_SECONDS =
  'templates of the second encoder cannot be decrypted and are left out. Delete these rows and run npm run templates:rebuild';
