import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../errors.js';
import { canonicalJson, type Json } from './canonical-json.js';
import { refuseReadableByOthers } from './key-file.js';

/** Something that this installation says, and the proof: Ed25519 (RFC 8032) over its canonical JSON. */
export interface Signed<T extends Json = Json> {
  statement: T;
  /** SHA-256 of the public key, in hex. */
  keyId: string;
  /** The public key: SPKI in base64. Compare it with the installation's own. */
  publicKey: string;
  /** In base64. */
  signature: string;
}

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** Signs what an installation gives out: receipts of erasures, heads of the audit. */
export class SigningKey {
  private readonly publicKey: Buffer;

  constructor(private readonly privateKey: KeyObject) {
    this.publicKey = spki(createPublicKey(privateKey));
  }

  get id(): string {
    return createHash('sha256').update(this.publicKey).digest('hex');
  }

  sign<T extends Json>(statement: T): Signed<T> {
    return {
      statement,
      keyId: this.id,
      publicKey: this.publicKey.toString('base64'),
      signature: sign(null, Buffer.from(canonicalJson(statement)), this.privateKey).toString('base64'),
    };
  }

  /** Whether this installation signed exactly this. */
  isMine({ statement, publicKey, signature }: Signed): boolean {
    if (!Buffer.from(publicKey, 'base64').equals(this.publicKey)) return false;
    return isSignedBy(publicKey, statement, signature);
  }
}

/** Whether the owner of a public key (SPKI in base64) signed this statement. */
export function isSignedBy(publicKey: string, statement: Json, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return verify(null, Buffer.from(canonicalJson(statement)), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** `signing.key` in the data folder (PKCS 8, mode 0600), made where there is none. Throws StartupError. */
export function loadSigningKey(dataDir: string): SigningKey {
  const file = join(dataDir, 'signing.key');
  try {
    if (!existsSync(file)) {
      const { privateKey } = generateKeyPairSync('ed25519');
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      writeFileSync(file, pem, { mode: 0o600, flag: 'wx', flush: true });
    }
    refuseReadableByOthers(file);
    return new SigningKey(createPrivateKey(readFileSync(file)));
  } catch (error) {
    if (error instanceof StartupError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new StartupError([`DATA_DIR: there is no folder ${dataDir}, so nothing was recorded there.`]);
    }
    throw new StartupError([`${file} is damaged or cannot be used. Restore it from a backup.`]);
  }
}
