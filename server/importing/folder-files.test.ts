import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { openFolder } from './folder-files.js';

const NOBODY = 65_534;

function folderWith(...files: string[]): string {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

it('finds photographs by their names, and none among what programs and systems bring along', async () => {
  const folder = folderWith(
    '1_Anna/a.JPG',
    '1_Anna/b.jfif',
    '1_Anna/notes.txt',
    '1_Anna/Thumbs.db',
    '1_Anna/._a.jpg',
    '1_Anna/.ipynb_checkpoints/a.jpg',
    'venv/lib/test/c.png',
    'node_modules/d.png',
  );
  expect(await openFolder(folder)).toMatchObject({ paths: ['1_Anna/a.JPG', '1_Anna/b.jfif'], problems: [] });
});

it('passes over a folder that it may not read, and says so', async () => {
  const folder = folderWith('1_Anna/a.jpg', 'postgres-data/b.jpg');
  const closed = join(folder, 'postgres-data');
  chmodSync(folder, 0o755);
  chmodSync(closed, 0);
  onTestFinished(() => chmodSync(closed, 0o700));
  beNobody();
  expect(await openFolder(folder)).toMatchObject({
    paths: ['1_Anna/a.jpg'],
    problems: ['The folder postgres-data cannot be read.'],
  });
});

it('refuses one that is not there', async () => {
  await expect(openFolder('/no/such/folder')).rejects.toThrow('The folder /no/such/folder cannot be read.');
});

/** Nothing is closed to the superuser, whom tests in a container run as. */
function beNobody(): void {
  if (process.geteuid?.() !== 0) return;
  process.seteuid!(NOBODY);
  onTestFinished(() => process.seteuid!(0));
}
