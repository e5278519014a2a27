import { hkdfSync } from 'node:crypto';

/** A key of 32 bytes for one purpose (HKDF, RFC 5869): what is sealed for one opens with no other. */
export const deriveKey = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `rollcall ${purpose}`, 32));
