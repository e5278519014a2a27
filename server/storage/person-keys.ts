import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { KEY_BYTES } from './key-file.js';
import { wrongKey, type Keyring, type MasterKey } from './master-key.js';
import type { PersonKeyRepository, PersonKeyRow } from './person-key.repository.js';
import { seal, unseal } from './seal.js';

/** A person's key, opened. */
export interface PersonKey {
  id: string;
  key: Buffer;
}

/** Keys of people: 32 random bytes each, kept sealed by a master key (AES-256-GCM), bound to the person. */
export class PersonKeys {
  constructor(private readonly dependencies: { keys: PersonKeyRepository; keyring: Keyring; clock: Clock }) {}

  /** A new key, and the row that is to be kept with what it seals. */
  make(employeeId: string): { key: PersonKey; row: PersonKeyRow } {
    const { keyring, clock } = this.dependencies;
    const key = { id: newId(), key: randomBytes(KEY_BYTES) };
    const row = { id: key.id, employeeId, createdAt: clock.now(), ...wrap(keyring.current, key, employeeId) };
    return { key, row };
  }

  /** The key that seals what is new of a person; null for somebody without one. */
  async find(employeeId: string): Promise<PersonKey | null> {
    const row = await this.dependencies.keys.findNewest(employeeId);
    return row && this.open(row);
  }

  /** As `find`, made where there is none. */
  async findOrMake(employeeId: string): Promise<PersonKey> {
    const there = await this.find(employeeId);
    return there ?? this.open(await this.dependencies.keys.keepFirst(this.make(employeeId).row));
  }

  async findById(id: string): Promise<PersonKey | null> {
    const row = await this.dependencies.keys.find(id);
    return row && this.open(row);
  }

  /** The same key under another master key. */
  rewrap(row: PersonKeyRow, master: MasterKey): Pick<PersonKeyRow, 'id' | 'wrapped' | 'masterKeyId'> {
    return { id: row.id, ...wrap(master, this.open(row), row.employeeId) };
  }

  private open(row: PersonKeyRow): PersonKey {
    return { id: row.id, key: unwrap(this.dependencies.keyring.all, row) };
  }
}

/** A person's key of its row. Throws StartupError when the master key is not at hand or the row was changed. */
export function unwrap(
  masters: readonly MasterKey[],
  { id, employeeId, wrapped, masterKeyId }: Omit<PersonKeyRow, 'createdAt'>,
): Buffer {
  const master = masters.find((each) => each.id === masterKeyId);
  if (!master) throw wrongKey();
  try {
    return unseal(master.key, wrapped, contextOf(id, employeeId));
  } catch {
    throw wrongKey();
  }
}

const contextOf = (id: string, employeeId: string): string => `person-key/${employeeId}/${id}`;

function wrap(master: MasterKey, { id, key }: PersonKey, employeeId: string) {
  return { wrapped: new Uint8Array(seal(master.key, key, contextOf(id, employeeId))), masterKeyId: master.id };
}
