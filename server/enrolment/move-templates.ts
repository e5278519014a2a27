import { wrongKey, type Keyring } from '../storage/master-key.js';
import type { PersonKey, PersonKeys } from '../storage/person-keys.js';
import type { EnrolmentRepository, OldTemplate, Resealed } from './enrolment.repository.js';
import { openTemplate, sealTemplate, type TemplateOwner } from './sealed-template.js';

const PEOPLE_AT_ONCE = 200;

/**
 * Brings templates that the installation's own key sealed under keys of the people they are of. Batches are committed one
 * by one, so a stop at any moment loses nothing and the next start goes on. Returns how many there were; throws
 * StartupError when they do not open.
 */
export async function moveOldTemplates(dependencies: {
  enrolments: Pick<EnrolmentRepository, 'listOldTemplates' | 'reseal'>;
  keys: Pick<PersonKeys, 'make'>;
  keyring: Pick<Keyring, 'forOldTemplates'>;
}): Promise<number> {
  const { enrolments, keys, keyring } = dependencies;
  for (let moved = 0; ;) {
    const batch = await enrolments.listOldTemplates(PEOPLE_AT_ONCE);
    if (batch.length === 0) return moved;
    const made = new Map<string, ReturnType<PersonKeys['make']>>();
    const templates = batch.map((template): Resealed => {
      const { employeeId } = template;
      if (!made.has(employeeId)) made.set(employeeId, keys.make(employeeId));
      return resealed(made.get(employeeId)!.key, open(keyring.forOldTemplates, template), template);
    });
    await enrolments.reseal(
      [...made.values()].map(({ row }) => row),
      templates,
    );
    moved += batch.length;
  }
}

/** A template under a person's key. */
export function resealed(
  key: PersonKey,
  template: Float32Array,
  row: Pick<OldTemplate, 'id'> & TemplateOwner,
): Resealed {
  return { id: row.id, keyId: key.id, sealed: new Uint8Array(sealTemplate(key.key, template, row)) };
}

function open(key: Buffer, template: OldTemplate): Float32Array {
  try {
    return openTemplate(key, template.sealed, template);
  } catch {
    throw wrongKey();
  }
}
