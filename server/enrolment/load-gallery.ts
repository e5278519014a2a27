import type { Gallery } from '../recognition/gallery.js';
import { wrongKey } from '../storage/master-key.js';
import type { PersonKeys } from '../storage/person-keys.js';
import type { EnrolmentRepository } from './enrolment.repository.js';
import { openTemplate, type TemplateOwner } from './sealed-template.js';

const BATCH = 1000;

/**
 * Fills an empty gallery with every template of a model, each with that of the second model of the same sample where
 * there is one. Throws StartupError when they were sealed with other keys.
 */
export async function loadGallery(dependencies: {
  enrolments: Pick<EnrolmentRepository, 'listTemplates'>;
  gallery: Gallery;
  keys: Pick<PersonKeys, 'openAll'>;
  modelId: string;
  secondModelId: string;
}): Promise<void> {
  const { enrolments, gallery, modelId, secondModelId } = dependencies;
  const keys = await dependencies.keys.openAll();
  for (let afterSampleId: string | null = null; ;) {
    const batch = await enrolments.listTemplates({ modelId, secondModelId }, BATCH, afterSampleId);
    for (const { employeeId, sampleId, keyId, sealed, secondSealed } of batch) {
      const key = keys.get(keyId);
      if (!key) throw wrongKey();
      const template = open(key, sealed, { employeeId, sampleId, modelId });
      const second = secondSealed && open(key, secondSealed, { employeeId, sampleId, modelId: secondModelId });
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
    throw wrongKey();
  }
}
