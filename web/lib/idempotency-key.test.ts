import { describe, expect, it } from 'vitest';
import { newIdempotencyKey } from './idempotency-key';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('newIdempotencyKey', () => {
  it('is a version 4 UUID, with randomUUID and without it', () => {
    const withoutUuid = { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) };
    expect(newIdempotencyKey()).toMatch(UUID_V4);
    expect(newIdempotencyKey(withoutUuid)).toMatch(UUID_V4);
  });

  it('sets version and variant whatever the random bytes are', () => {
    expect(newIdempotencyKey({ getRandomValues: (bytes) => bytes.fill(0xff) })).toBe(
      'ffffffff-ffff-4fff-bfff-ffffffffffff',
    );
  });

  it('differs from call to call', () => {
    expect(new Set(Array.from({ length: 50 }, () => newIdempotencyKey())).size).toBe(50);
  });
});
