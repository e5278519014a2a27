import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { loadSigningKey } from './signing-key.js';

it('is made once, for its owner alone', () => {
  const folder = temporaryFolder();
  const { id } = loadSigningKey(folder);
  expect(statSync(join(folder, 'signing.key')).mode & 0o777).toBe(0o600);
  expect(loadSigningKey(folder).id).toBe(id);
});

it('is refused where others may read it, and where it is damaged', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'signing.key');
  loadSigningKey(folder);
  chmodSync(file, 0o644);
  expect(() => loadSigningKey(folder)).toThrow('chmod 600');
  chmodSync(file, 0o600);
  writeFileSync(file, readFileSync(file, 'utf8').replace('PRIVATE', 'PRIVAT'));
  expect(() => loadSigningKey(folder)).toThrow('is damaged');
});

it('is not made where there is no data folder', () => {
  const folder = join(temporaryFolder(), 'nowhere');
  expect(() => loadSigningKey(folder)).toThrow(`there is no folder ${folder}`);
});
