import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogLines } from '../testing/log-lines.js';
import { plainPhotos } from '../testing/in-memory-keys.js';
import { listFiles, temporaryFolder } from '../testing/temporary-folder.js';
import { FaceImages } from './face-images.js';
import { FolderStore } from './folder-store.js';

async function setUp() {
  const root = join(temporaryFolder(), 'Face Images');
  const { logger, lines } = createLogLines();
  const store = new FolderStore(root);
  await store.open();
  const images = new FaceImages(store, logger, plainPhotos);
  return { root, images, lines, files: () => listFiles(root) };
}

const photo = (id: string) => ({ id, employeeId: 'ana', jpeg: Buffer.from(`photo ${id}`) });
const pathOf = (folder: string, id: string) => `${folder}/${id}.jpg`;

describe('keeping photos', () => {
  it('puts each at its place once the rows are committed, for our eyes only', async () => {
    const { root, images, files } = await setUp();
    const kept = await images.keep([photo('a'), photo('b')], async () => 'Train/1_Ana', pathOf);
    expect(kept).toBe('Train/1_Ana');
    expect(files()).toEqual(['Train/1_Ana/a.jpg', 'Train/1_Ana/b.jpg']);
    expect(readFileSync(join(root, 'Train/1_Ana/a.jpg'), 'utf8')).toBe('photo a');
    expect(statSync(join(root, 'Train/1_Ana/a.jpg')).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'Train/1_Ana')).mode & 0o777).toBe(0o700);
  });

  it('has every photo on disk, none of them at its place, when the rows are committed', async () => {
    const { images, files } = await setUp();
    let atCommit: string[] = [];
    const commit = async () => {
      atCommit = files();
      return 'Train/1_Ana';
    };
    await images.keep([photo('a'), photo('b')], commit, pathOf);
    expect(atCommit).toEqual(['.incoming/a.jpg', '.incoming/b.jpg']);
  });

  it('keeps nothing when the commit gives null', async () => {
    const { images, files } = await setUp();
    expect(await images.keep([photo('a'), photo('b')], async () => null, pathOf)).toBeNull();
    expect(files()).toEqual([]);
  });

  it('keeps nothing when the commit throws, and passes the error on', async () => {
    const { images, files } = await setUp();
    const failing = images.keep([photo('a')], () => Promise.reject(new Error('disk full')), pathOf);
    await expect(failing).rejects.toThrow('disk full');
    expect(files()).toEqual([]);
  });

  it('commits nothing when a photo cannot be written', async () => {
    const { images, files } = await setUp();
    let committed = false;
    const commit = async () => (committed = true);
    await expect(images.keep([photo('a'), photo('a.jpg/b')], commit, () => '')).rejects.toThrow('ENOTDIR');
    expect(committed).toBe(false);
    expect(files()).toEqual([]);
  });

  it('leaves a committed photo staged and says so when it cannot be moved; the next start moves it', async () => {
    const { root, images, files, lines } = await setUp();
    writeFileSync(join(root, 'Train'), 'a file in the way');
    await expect(images.keep([photo('a')], async () => 'Train/1_Ana', pathOf)).resolves.toBe('Train/1_Ana');
    expect(files()).toContain('.incoming/a.jpg');
    expect(lines).toMatchObject([{ level: 50, photo: 'a' }]);

    await images.recover(async () => 'Test/1_Ana/a.jpg');
    expect(files()).toEqual(['Test/1_Ana/a.jpg', 'Train']);
  });
});

describe('recovering after a stop', () => {
  it('settles what was committed and removes the rest', async () => {
    const { root, images, files } = await setUp();
    mkdirSync(join(root, '.incoming'));
    for (const id of ['committed', 'lost']) writeFileSync(join(root, '.incoming', `${id}.jpg`), id);
    await images.recover(async (id) => (id === 'committed' ? 'Attendance Tracker/Attend/1_Ana/committed.jpg' : null));
    expect(files()).toEqual(['Attendance Tracker/Attend/1_Ana/committed.jpg']);
  });
});
