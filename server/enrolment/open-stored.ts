import type { MasterKey } from '../storage/master-key.js';
import { unwrap } from '../storage/person-keys.js';
import type { StoredTemplate } from './template.repository.js';
import { openTemplate } from './sealed-template.js';

/** Several templates of a person mostly follow each other: their key is unwrapped once. */
let last: { keyId: string; key: Buffer } | null = null;

/** The template of a row; null where there is none, or it does not open. */
export function openStored(
  row: StoredTemplate,
  { masters, modelId }: { masters: readonly MasterKey[]; modelId: string },
): Float32Array | null {
  const { employeeId, sampleId, keyId, sealed, wrapped, masterKeyId } = row;
  if (!sealed || !wrapped || !masterKeyId) return null;
  try {
    if (last?.keyId !== keyId) {
      last = { keyId, key: unwrap(masters, { id: keyId, employeeId, wrapped: new Uint8Array(wrapped), masterKeyId }) };
    }
    return openTemplate(last.key, sealed, { employeeId, sampleId, modelId });
  } catch {
    return null;
  }
}
