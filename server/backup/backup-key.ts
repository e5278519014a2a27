import { hkdfSync, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { DomainError } from '../errors.js';
import { KEY_BYTES } from '../storage/key-file.js';

/** What opens a backup: a passphrase, or 32 bytes of a key file. */
export type BackupSecret = { passphrase: string } | { key: Buffer };

const MAGIC = Buffer.from('rollcall backup\0');
const VERSION = 1;
const SALT_BYTES = 32;
export const HEADER_BYTES = MAGIC.length + 2 + SALT_BYTES;
const BY = { key: 0, passphrase: 1 } as const;

/** argon2id with 64 MiB, three passes, four lanes: RFC 9106, second recommended option. Version 1 of a backup means these. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: KEY_BYTES };

/** What a backup begins with, in the clear: magic (16 bytes), version, what opens it, salt (32). */
export const newHeader = (secret: BackupSecret): Buffer =>
  Buffer.concat([MAGIC, Buffer.of(VERSION, 'key' in secret ? BY.key : BY.passphrase), randomBytes(SALT_BYTES)]);

/**
 * The key of one backup: each has a salt of its own, so no two share a key. Throws BAD_USER_INPUT for a file that is no
 * backup, or that is opened by the other kind of secret.
 */
export async function keyOf(secret: BackupSecret, header: Buffer): Promise<Buffer> {
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new DomainError('BAD_USER_INPUT', 'This file is no backup of Rollcall.');
  }
  const [version, by] = header.subarray(MAGIC.length);
  if (version !== VERSION) {
    throw new DomainError(
      'BAD_USER_INPUT',
      `This backup has the version ${version}, which is unknown here. Update Rollcall.`,
    );
  }
  const salt = header.subarray(MAGIC.length + 2, HEADER_BYTES);
  if ('key' in secret) {
    if (by !== BY.key)
      throw new DomainError('BAD_USER_INPUT', 'This backup is opened by a passphrase: set BACKUP_PASSPHRASE.');
    return Buffer.from(hkdfSync('sha256', secret.key, salt, 'rollcall backup', KEY_BYTES));
  }
  if (by !== BY.passphrase)
    throw new DomainError('BAD_USER_INPUT', 'This backup is opened by a key file: set BACKUP_KEY_FILE.');
  return hashRaw(secret.passphrase, { ...ARGON2, salt });
}
