import { createHash, randomBytes } from 'node:crypto';
import { v5, v7 } from 'uuid';

/** A UUIDv7 (RFC 9562): sorts by the instant it was made. */
export const newId = (): string => v7();

/** The namespace of ids that follow from a name; drawn at random once. */
const NAMESPACE = '5d9fb8b3-7c1e-4a55-9b0e-61f2f0a3c2d7';

/** A UUIDv5 (RFC 9562): the same for the same parts, so that what is imported twice is found the second time. */
export const idOf = (...parts: readonly string[]): string => v5(JSON.stringify(parts), NAMESPACE);

/** An opaque secret of 256 random bits, URL-safe, with a prefix that names its kind. */
export const newToken = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

/** SHA-256 in hex: what is stored of a token. Enough for 256 random bits; passwords use argon2id. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
