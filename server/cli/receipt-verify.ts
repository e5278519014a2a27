import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadConfig } from '../config.js';
import { DomainError } from '../errors.js';
import { isSignedBy, loadSigningKey, type Signed } from '../storage/signing-key.js';
import { orOneLine } from './with-installation.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'public-key': { type: 'string' } } });
const signed = z.object({
  statement: z.record(z.string(), z.json()),
  keyId: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});

// Whether a receipt was signed by this installation, or by the owner of --public-key (SPKI in base64).
await orOneLine(async () => {
  const [file] = positionals;
  if (!file) {
    throw new DomainError('BAD_USER_INPUT', 'Usage: npm run receipt:verify -- FILE [--public-key KEY]');
  }
  const receipt = read(file);
  const key = values['public-key'];
  const holds = key
    ? isSignedBy(key, receipt.statement, receipt.signature)
    : loadSigningKey(loadConfig().dataDir).isMine(receipt);
  if (!holds)
    throw new DomainError('CONFLICT', 'This receipt does NOT hold: it was changed, or signed by somebody else.');
  console.log(`This receipt holds. It was signed with the key ${receipt.keyId}.`);
  console.log(JSON.stringify(receipt.statement, null, 2));
});

function read(file: string): Signed {
  try {
    return signed.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new DomainError('BAD_USER_INPUT', `${file} is no receipt.`, { cause });
  }
}
