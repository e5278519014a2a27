import { randomBytes } from 'node:crypto';
import { Keyring, masterKey } from '../storage/master-key.js';
import { PersonKeyRepository, type PersonKeyRow } from '../storage/person-key.repository.js';
import { PersonKeys } from '../storage/person-keys.js';
import { PhotoSealer } from '../storage/photo-sealer.js';
import { TestClock } from './test-clock.js';

/** Keys of people kept in an array. What is not overridden here fails. */
export class InMemoryKeys extends PersonKeyRepository {
  constructor(readonly rows: PersonKeyRow[] = []) {
    super(undefined as never);
  }

  override find = async (id: string) => this.rows.find((row) => row.id === id) ?? null;
  override findNewest = async (employeeId: string) =>
    this.rows.findLast((row) => row.employeeId === employeeId) ?? null;
  override list = async (take: number, afterId: string | null) =>
    this.rows.filter(({ id }) => afterId === null || id > afterId).slice(0, take);
  override keepFirst = async (row: PersonKeyRow) => {
    const there = await this.findNewest(row.employeeId);
    if (!there) this.rows.push(row);
    return there ?? row;
  };
}

/** Keys of people under a master key of their own. */
export function testKeys(rows = new InMemoryKeys(), keyring = new Keyring(masterKey(randomBytes(32)))) {
  const keys = new PersonKeys({ keys: rows, keyring, clock: new TestClock() });
  return { rows, keyring, keys };
}

/** Keeps photographs as they are. */
export const plainPhotos = new PhotoSealer({ keys: testKeys().keys, encrypt: false });
