import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet's first choice, and the library's default algorithm. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, parameters);

/** A hash that no password matches, verified when there is no such account, so that both take as long. */
const nobody = hashPassword(crypto.randomUUID());

/** Whether `password` belongs to `passwordHash`; null stands for an account that does not exist. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password);
  return matches && passwordHash !== null;
}
