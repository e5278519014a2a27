import { randomBytes } from 'node:crypto';
import { hashToken } from '../ids.js';

const CODES = 10;
/** Crockford's alphabet: no I, L, O or U that could be read as something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten codes of 80 random bits, as XXXX-XXXX-XXXX-XXXX. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('');
    return letters.match(/.{4}/g)!.join('-');
  });
}

/** What is stored and looked up; case, spaces and dashes do not matter. */
export const hashRecoveryCode = (code: string): string => hashToken(code.toUpperCase().replaceAll(/[\s-]/g, ''));
