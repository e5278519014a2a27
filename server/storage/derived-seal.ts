import { deriveKey } from './derive-key.js';
import { wrongKey, type Keyring } from './master-key.js';
import { seal, unseal } from './seal.js';

/** Seals secrets of one purpose with keys that are derived from the master keys (derive-key.ts). */
export class DerivedSeal {
  constructor(
    private readonly keyring: Pick<Keyring, 'all' | 'current'>,
    private readonly purpose: string,
  ) {}

  /** With the present master key's. */
  seal(plain: Uint8Array, context: string): Buffer {
    return seal(deriveKey(this.keyring.current.key, this.purpose), plain, context);
  }

  /** Throws StartupError when it opens with none of the keys at hand. */
  open(sealed: Uint8Array, context: string): Buffer {
    for (const { key } of this.keyring.all) {
      const plain = this.tryKey(key, sealed, context);
      if (plain) return plain;
    }
    throw wrongKey();
  }

  /** The same under the present master key; null where it is already. */
  renew(sealed: Uint8Array, context: string): Buffer | null {
    if (this.tryKey(this.keyring.current.key, sealed, context)) return null;
    return this.seal(this.open(sealed, context), context);
  }

  private tryKey(master: Buffer, sealed: Uint8Array, context: string): Buffer | null {
    try {
      return unseal(deriveKey(master, this.purpose), sealed, context);
    } catch {
      return null;
    }
  }
}
