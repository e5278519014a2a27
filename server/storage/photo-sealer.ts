import { parse, stringify } from 'uuid';
import type { PersonKey, PersonKeys } from './person-keys.js';
import { seal, unseal } from './seal.js';

/** What a sealed photograph begins with; a JPEG begins with FF D8. */
const MAGIC = Buffer.from('RCPHOTO1');
const KEY_ID_BYTES = 16;
const CONTEXT = 'photo';

export interface PhotoToSeal {
  employeeId: string;
  jpeg: Buffer;
  /** The person's key, where it is kept together with this photo and not before. */
  key?: PersonKey;
}

/** Seals photographs with the key of who is on them, where that is wanted. Layout: magic, id of the key (16), sealed. */
export class PhotoSealer {
  constructor(private readonly dependencies: { keys: PersonKeys; encrypt: boolean }) {}

  /** The bytes to write. */
  async seal({ employeeId, jpeg, key }: PhotoToSeal): Promise<Buffer> {
    if (!this.dependencies.encrypt) return jpeg;
    const { id, key: bytes } = key ?? (await this.dependencies.keys.findOrMake(employeeId));
    return Buffer.concat([MAGIC, parse(id), seal(bytes, jpeg, CONTEXT)]);
  }

  /** Whether what was written is as photos are neither sealed nor to be. */
  isFinal(bytes: Buffer): boolean {
    return !this.dependencies.encrypt && !isSealed(bytes);
  }

  /** The JPEG in what was written, sealed or not. Null where the key that sealed it is gone. */
  async open(bytes: Buffer): Promise<Buffer | null> {
    if (!isSealed(bytes)) return bytes;
    const from = MAGIC.length + KEY_ID_BYTES;
    const key = await this.dependencies.keys.findById(stringify(bytes.subarray(MAGIC.length, from)));
    return key && unseal(key.key, bytes.subarray(from), CONTEXT);
  }
}

const isSealed = (bytes: Buffer): boolean => bytes.subarray(0, MAGIC.length).equals(MAGIC);
