import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../storage/canonical-json.js';

export type Row = Record<string, unknown>;

const MODULUS = 1n << 256n;

/**
 * Adds rows to a hash of a set of rows: the sum of their SHA-256 modulo 2^256, in hexadecimal, '' for none. The order makes no
 * difference, nor does the database that they were read from.
 */
export function addToHash(hash: string, rows: readonly Row[]): string {
  let sum = BigInt(`0x${hash || '0'}`);
  for (const row of rows)
    sum += BigInt(
      `0x${createHash('sha256')
        .update(canonicalJson(plain(row)))
        .digest('hex')}`,
    );
  return (sum % MODULUS).toString(16);
}

function plain(row: Row): Json {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]): [string, Json] => {
      if (value instanceof Date) return [name, value.toISOString()];
      if (value instanceof Uint8Array) return [name, Buffer.from(value).toString('base64')];
      return [name, value as Json];
    }),
  );
}
