import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A UUIDv7 (RFC 9562): sorts by the instant it was made. */
export const newId = (): string => v7();

/** An opaque secret of 256 random bits, URL-safe, with a prefix that names its kind. */
export const newToken = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

/** SHA-256 in hex: what is stored of a token. Enough for 256 random bits; passwords use argon2id. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
