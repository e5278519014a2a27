import { StartupError } from '../errors.js';
import type { Gallery } from '../recognition/gallery.js';
import type { EnrolmentRepository } from './enrolment.repository.js';
import { openTemplate, type TemplateOwner } from './sealed-template.js';

const BATCH = 1000;

/**
 * Fills an empty gallery with every template of a model, each with that of the second model of the same sample where
 * there is one. Throws StartupError when they were sealed with another key.
 */
export async function loadGallery(dependencies: {
  enrolments: Pick<EnrolmentRepository, 'listTemplates'>;
  gallery: Gallery;
  templateKey: Buffer;
  modelId: string;
  secondModelId: string;
}): Promise<void> {
  const { enrolments, gallery, templateKey, modelId, secondModelId } = dependencies;
  for (let afterSampleId: string | null = null; ;) {
    const batch = await enrolments.listTemplates({ modelId, secondModelId }, BATCH, afterSampleId);
    for (const { employeeId, sampleId, sealed, secondSealed } of batch) {
      const template = open(templateKey, sealed, { employeeId, sampleId, modelId });
      const second = secondSealed && open(templateKey, secondSealed, { employeeId, sampleId, modelId: secondModelId });
      gallery.add(employeeId, [{ template, second }]);
    }
    if (batch.length < BATCH) return;
    afterSampleId = batch.at(-1)!.sampleId;
  }
}

function open(key: Buffer, sealed: Uint8Array, owner: TemplateOwner): Float32Array {
  try {
    return openTemplate(key, sealed, owner);
  } catch {
    throw new StartupError([
      'The enrolled faces cannot be decrypted: the key is not the one they were stored with, or the database was damaged. ' +
        'Restore template.key (or TEMPLATE_KEY) from the same backup as the database.',
    ]);
  }
}
