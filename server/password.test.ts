import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.js';

describe('a password', () => {
  it('belongs to its hash, and no other does', async () => {
    const hash = await hashPassword('correct horse battery');
    expect(await verifyPassword(hash, 'correct horse battery')).toBe(true);
    for (const other of ['correct horse batterz', 'Correct horse battery', 'correct horse battery ', '']) {
      expect(await verifyPassword(hash, other)).toBe(false);
    }
  });

  it('is hashed with argon2id, 19 MiB and two passes, and a salt of its own', async () => {
    const hash = await hashPassword('the same password');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword('the same password')).not.toBe(hash);
  });

  it('of nobody is never right', async () => {
    expect(await verifyPassword(null, 'anything')).toBe(false);
  });
});
