import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DomainError } from '../errors.js';
import { orOneLine, withInstallation } from './with-installation.js';

const { values } = parseArgs({ options: { employee: { type: 'string' }, receipt: { type: 'string' } } });

await orOneLine(async () => {
  const { employee, receipt: file } = values;
  if (!employee) {
    throw new DomainError('BAD_USER_INPUT', 'Usage: npm run privacy:erase -- --employee ID or number [--receipt FILE]');
  }
  await withInstallation({ action: 'eraseFace', sent: values }, async ({ services: { erasures, exports } }) => {
    const { id } = await exports.getPerson(employee);
    const { receipt } = await erasures.erase(id, 'command');
    if (receipt === null)
      throw new DomainError('BUSY', 'Erased, but another program reads the database. Run this again.');
    if (file) await writeFile(file, `${receipt}\n`, { mode: 0o600 });
    else console.log(receipt);
  });
});
