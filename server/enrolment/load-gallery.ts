import type { Logger } from '../logger.js';
import type { Gallery } from '../recognition/gallery.js';
import { wrongKey, type Keyring } from '../storage/master-key.js';
import { openStored } from './open-stored.js';
import type { StoredTemplate, TemplateRepository } from './template.repository.js';
import { TemplateOpener, type OpeningAnswer } from './template-opener.js';

const BATCH = 2000;
/** Threads that decrypt: opening a template takes twice as long as reading it. */
const OPENERS = 2;
/** Beside requests: so many take a few milliseconds. */
const BACKGROUND_BATCH = 100;

interface Loading {
  templates: Pick<TemplateRepository, 'listFirst' | 'listSecond' | 'countOutdated'>;
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
  const { templates, gallery, keyring, modelId } = loading;
  const openers = Array.from({ length: OPENERS }, () => new TemplateOpener());
  const stop = async (): Promise<void> => void (await Promise.all(openers.map((opener) => opener.stop())));
  try {
    const list = (after: string | null) => templates.listFirst(modelId, BATCH, after);
    for await (const batch of openedBatches({ list, size: BATCH, openers, keyring, modelId })) {
      for (const { row, template } of batch) {
        if (!template) throw wrongKey();
        gallery.add(row.employeeId, [{ template, second: null }]);
      }
    }
  } catch (error) {
    await stop();
    throw error;
  }
  gallery.complete((signal) => loadSeconds(loading, openers, signal).finally(stop));
}

/** Never throws: without them recognition refuses whoever is in doubt, and the log says why. */
async function loadSeconds(loading: Loading, openers: readonly TemplateOpener[], signal: AbortSignal): Promise<void> {
  const { templates, gallery, keyring, modelId, secondModelId, logger } = loading;
  const size = BACKGROUND_BATCH;
  const list = (after: string | null) => templates.listSecond({ modelId, secondModelId }, size, after);
  // A person's templates came in the order of their samples.
  const seen = new Map<string, number>();
  let damaged = 0;
  try {
    for await (const batch of openedBatches({ list, size, openers, keyring, modelId: secondModelId })) {
      if (signal.aborted) return;
      for (const { row, template } of batch) {
        const place = seen.get(row.employeeId) ?? 0;
        seen.set(row.employeeId, place + 1);
        if (template) gallery.addSecond(row.employeeId, place, template);
        else if (row.sealed) damaged++;
      }
    }
    if (damaged > 0) logger.error({ templates: damaged }, DAMAGED_SECONDS);
    const outdated = await templates.countOutdated({ modelId, secondModelId });
    if (outdated > 0) logger.warn({ samples: outdated }, OUTDATED);
  } catch (err) {
    logger.error({ err }, 'the templates of the second encoder could not be read');
  }
}

/** All rows in batches, in order; while some are opened the next are read. */
async function* openedBatches({
  list,
  size,
  openers,
  keyring,
  modelId,
}: {
  list: (afterSampleId: string | null) => Promise<StoredTemplate[]>;
  size: number;
  openers: readonly TemplateOpener[];
  keyring: Keyring;
  modelId: string;
}): AsyncGenerator<Opened[], void, undefined> {
  const underWay: { stored: StoredTemplate[]; opening: Promise<OpeningAnswer> }[] = [];
  const finish = async (): Promise<Opened[]> => {
    const { stored, opening } = underWay.shift()!;
    const templates = await opening;
    return stored.map((row, index) => ({ row, template: templates[index] ?? null }));
  };
  for (let [turn, after, isLast] = [0, null as string | null, false]; !isLast; turn++) {
    const stored = await list(after);
    after = stored.at(-1)?.sampleId ?? null;
    isLast = stored.length < size;
    if (underWay.length === openers.length) yield await finish();
    const task = { masters: keyring.all, modelId };
    // A single batch is opened sooner than a thread is there.
    const opening =
      turn === 0 && isLast
        ? Promise.resolve(stored.map((row) => openStored(row, task)))
        : openers[turn % openers.length]!.open({ ...task, stored });
    // Whoever waits for an earlier one hears of it in its turn.
    opening.catch(() => undefined);
    underWay.push({ stored, opening });
  }
  while (underWay.length > 0) yield await finish();
}

const OUTDATED =
  'samples were described by an older model and are not recognised by: stop the server and run npm run templates:rebuild';
const DAMAGED_SECONDS =
  'templates of the second encoder cannot be decrypted and are left out. Delete these rows and run npm run templates:rebuild';
