import { StartupError } from '../errors.js';
import type { Gallery } from '../recognition/gallery.js';
import type { EnrolmentRepository } from './enrolment.repository.js';
import { openTemplate } from './sealed-template.js';

const BATCH = 1000;

/** Fills an empty gallery with every template of a model. Throws StartupError when they were sealed with another key. */
export async function loadGallery(dependencies: {
  enrolments: EnrolmentRepository;
  gallery: Gallery;
  templateKey: Buffer;
  modelId: string;
}): Promise<void> {
  const { enrolments, gallery, templateKey, modelId } = dependencies;
  for (let afterId: string | null = null; ;) {
    const batch = await enrolments.listTemplates(modelId, BATCH, afterId);
    for (const row of batch) gallery.add(row.employeeId, [open(templateKey, row)]);
    if (batch.length < BATCH) return;
    afterId = batch.at(-1)!.id;
  }
}

function open(key: Buffer, row: Parameters<typeof openTemplate>[2] & { sealed: Uint8Array }): Float32Array {
  try {
    return openTemplate(key, row.sealed, row);
  } catch {
    throw new StartupError([
      'The enrolled faces cannot be decrypted: the key is not the one they were stored with, or the database was damaged. ' +
        'Restore template.key (or TEMPLATE_KEY) from the same backup as the database.',
    ]);
  }
}
