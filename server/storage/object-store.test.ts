import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartupError, UnavailableError } from '../errors.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { describeWithBucket } from '../testing/with-bucket.js';
import { BucketStore } from './bucket-store.js';
import { FolderStore } from './folder-store.js';
import type { ObjectStore } from './object-store.js';

const bytes = Buffer.from([0, 255, 13, 10, 128]);
const keysOf = async (store: ObjectStore, folder = '') => {
  const keys: string[] = [];
  for await (const key of store.list(folder)) keys.push(key);
  return keys.sort();
};

/** What holds of each, of one that is empty. */
const keeps = (make: () => ObjectStore) => () => {
  const open = async () => {
    const store = make();
    await store.open();
    return store;
  };

  it('gives back what was put, byte for byte, and the last of what was put twice', async () => {
    const store = await open();
    const key = 'Attendance Tracker/Attend/7_AnaÑandú+O’Neill/2026-03-02T08-00-00_é & #1.jpg';
    await store.put(key, Buffer.from('before'));
    await store.put(key, bytes);
    expect(await store.get(key)).toEqual(bytes);
    expect(await keysOf(store)).toEqual([key]);
  });

  it('says when something was written, and null of what is not there', async () => {
    const store = await open();
    await store.put('Train/1_Ana/a.jpg', bytes);
    const writtenAt = await store.modifiedAt('Train/1_Ana/a.jpg');
    expect(Math.abs(writtenAt!.getTime() - Date.now())).toBeLessThan(60_000);
    expect(await store.modifiedAt('Train/1_Ana/b.jpg')).toBeNull();
    expect(await store.get('Train/1_Ana/b.jpg')).toBeNull();
    expect(await store.get('Train/1_Ana/a.jpg/b.jpg')).toBeNull();
  });

  it('moves, over what is there, to a folder that is new', async () => {
    const store = await open();
    const [from, to] = ['.incoming/a & ñ+1.jpg', 'Train/1_Ana & ñ+1/a.jpg'];
    for (const content of ['first', 'second']) {
      await store.put(from, Buffer.from(content));
      await store.move(from, to);
      expect(String(await store.get(to))).toBe(content);
    }
    expect(await keysOf(store)).toEqual([to]);
    await expect(store.move(from, to)).rejects.toThrow();
    expect(String(await store.get(to))).toBe('second');
  });

  it('removes once', async () => {
    const store = await open();
    await store.put('Train/1_Ana/a.jpg', bytes);
    await store.put('Train/1_Ana/b.jpg', bytes);
    expect(await store.remove('Train/1_Ana/a.jpg')).toBe(true);
    expect(await store.remove('Train/1_Ana/a.jpg')).toBe(false);
    expect(await store.remove('Train/2_Ben/a.jpg')).toBe(false);
    expect(await keysOf(store)).toEqual(['Train/1_Ana/b.jpg']);
  });

  it('lists what is below a folder, and nothing beside it', async () => {
    const store = await open();
    const below = ['Train/1_Ana/a.jpg', 'Train/1_Ana/b.jpg', 'Train/1_Ana/deeper/c.jpg'];
    for (const key of [...below, 'Train/1_Anabel/a.jpg', 'Test/1_Ana/a.jpg']) await store.put(key, bytes);
    expect(await keysOf(store, 'Train/1_Ana/')).toEqual(below);
    expect(await keysOf(store, 'Train/9_Nobody/')).toEqual([]);
  });

  it('lists more than a page holds, while they are removed', async () => {
    const store = await open();
    for (let i = 0; i < 25; i++) await store.put(`Train/1_Ana/${i}.jpg`, bytes);
    let removed = 0;
    for await (const key of store.list('Train/')) if (await store.remove(key)) removed++;
    expect(removed).toBe(25);
    expect(await keysOf(store)).toEqual([]);
  });

  it('leaves nothing of being opened', async () => {
    expect(await keysOf(await open())).toEqual([]);
  });
};

describe('a folder', () => {
  describe(
    'keeps',
    keeps(() => new FolderStore(temporaryFolder())),
  );

  it('is for our eyes only, and keeps no name of somebody of whom nothing is left', async () => {
    const root = temporaryFolder();
    const store = new FolderStore(root);
    await store.put('Train/1_Ana/a.jpg', bytes);
    expect(statSync(join(root, 'Train/1_Ana/a.jpg')).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'Train/1_Ana')).mode & 0o777).toBe(0o700);
    await store.remove('Train/1_Ana/a.jpg');
    expect(statSync(join(root, 'Train/1_Ana'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('is made with everything that leads to it, and may be there already', async () => {
    const root = join(temporaryFolder(), 'a', 'b');
    await new FolderStore(root).open();
    await expect(new FolderStore(root).open()).resolves.toBeUndefined();
  });

  it('stops the start with the setting and the path when it cannot be made', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    const file = join(folder, 'data', 'a-file');
    writeFileSync(file, '');
    const opening = new FolderStore(join(file, 'Face Images')).open();
    await expect(opening).rejects.toThrow(StartupError);
    await expect(opening).rejects.toThrow(`FACE_IMAGES_DIR: cannot write to ${join(file, 'Face Images')} (ENOTDIR)`);
  });
});

describeWithBucket('a bucket', (server) => {
  const at = (changes: object) => new BucketStore({ ...server().settings, ...changes });
  let places = 0;
  describe(
    'keeps',
    keeps(() => at({ prefix: `place-${places++}/` })),
  );

  it('stops the start with the setting and the reason', async () => {
    await expect(at({ name: 'not-there' }).open()).rejects.toThrow(
      /^S3_BUCKET: cannot write to not-there \(NoSuchBucket/,
    );
    const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'wrong' };
    await expect(at({ credentials }).open()).rejects.toThrow('SignatureDoesNotMatch');
    const nobody = { endpoint: 'http://127.0.0.1:9' };
    await expect(at(nobody).open()).rejects.toThrow('ECONNREFUSED');
  });

  it('is out of reach while nobody answers, and goes on when somebody does', async () => {
    const store = at({ prefix: 'away/' });
    await store.put('a', bytes);
    await server().stop();
    await expect(store.get('a')).rejects.toThrow(UnavailableError);
    await expect(store.put('b', bytes)).rejects.toThrow(UnavailableError);
    await expect(keysOf(store)).rejects.toThrow(UnavailableError);
    await server().start();
    expect(await store.get('a')).toEqual(bytes);
  });

  it('says whether it keeps versions', async () => {
    expect(await at({}).keepsVersions()).toBe(false);
    await server().keepVersions();
    expect(await at({}).keepsVersions()).toBe(true);
  });
});
