import { wrongKey, type Keyring } from '../storage/master-key.js';
import type { PersonKey, PersonKeys } from '../storage/person-keys.js';
import type { OldTemplate, Resealed, TemplateRepository } from './template.repository.js';
import { openTemplate, sealTemplate, type TemplateOwner } from './sealed-template.js';

const PEOPLE_AT_ONCE = 200;

/**
 * Brings templates that the installation's own key sealed under keys of the people they are of. Batches are committed one
 * by one, so a stop at any moment loses nothing and the next start goes on. Returns how many there were; throws
 * StartupError when they do not open.
 */
export async function moveOldTemplates(dependencies: {
  templates: Pick<TemplateRepository, 'listOld' | 'reseal'>;
  keys: Pick<PersonKeys, 'make'>;
  keyring: Pick<Keyring, 'forOldTemplates'>;
}): Promise<number> {
  const { templates, keys, keyring } = dependencies;
  for (let moved = 0; ;) {
    const batch = await templates.listOld(PEOPLE_AT_ONCE);
    if (batch.length === 0) return moved;
    const made = new Map<string, ReturnType<PersonKeys['make']>>();
    const moving = batch.map((template): Resealed => {
      const { employeeId } = template;
      if (!made.has(employeeId)) made.set(employeeId, keys.make(employeeId));
      return resealed(made.get(employeeId)!.key, open(keyring.forOldTemplates, template), template);
    });
    await templates.reseal(
      [...made.values()].map(({ row }) => row),
      moving,
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
