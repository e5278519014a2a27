import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { DomainError } from '../errors.js';
import { orOneLine, withInstallation } from './with-installation.js';

const { values } = parseArgs({ options: { employee: { type: 'string' }, out: { type: 'string' } } });

await orOneLine(async () => {
  const { employee, out } = values;
  if (!employee) {
    throw new DomainError('BAD_USER_INPUT', 'Usage: npm run privacy:export -- --employee ID or number [--out FILE]');
  }
  await withInstallation({ action: 'exportEmployee', sent: values }, async ({ services: { exports } }) => {
    const { fileName, chunks } = await exports.open(employee);
    const file = out ?? fileName;
    await pipeline(Readable.from(chunks), createWriteStream(file, { mode: 0o600 }));
    console.log(file);
  });
});
