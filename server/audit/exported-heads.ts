import { z } from 'zod';
import { DomainError } from '../errors.js';
import type { SigningKey } from '../storage/signing-key.js';
import type { ChainHead } from './audit-chain.js';

const signedHead = z.object({
  statement: z
    .object({ kind: z.literal('rollcall audit head'), sequence: z.number().int(), hash: z.string(), at: z.string() })
    .strict(),
  keyId: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});

/** Heads that were exported earlier, one a line. Throws BAD_USER_INPUT for one that this installation did not sign. */
export function readHeads(text: string, file: string, signingKey: SigningKey): ChainHead[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const head = parse(line);
      if (!head || !signingKey.isMine(head)) {
        throw new DomainError(
          'BAD_USER_INPUT',
          `${file}, line ${index + 1}: is no head that this installation signed.`,
        );
      }
      const { sequence, hash } = head.statement;
      return { sequence, hash };
    });
}

function parse(line: string): z.infer<typeof signedHead> | null {
  try {
    return signedHead.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
