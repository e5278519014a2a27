import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentSchema, loadConfig } from './config.js';
import { StartupError } from './errors.js';

describe('loadConfig', () => {
  it('has defaults for everything', () => {
    expect(loadConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      admin: null,
      masterKeys: { command: null, fromEnvironment: null, nextCommand: null, nextFromEnvironment: null },
      encryptPhotos: false,
      dayStartsAtMinutes: 0,
    });
  });

  it('takes an empty value for one that is not set', () => {
    expect(loadConfig({ PORT: '', TEMPLATE_KEY: '' })).toMatchObject({
      port: 4000,
      masterKeys: { fromEnvironment: null },
    });
  });

  it('puts the database into the data folder unless told otherwise', () => {
    expect(loadConfig({ DATA_DIR: '/srv/rollcall' }).database).toEqual({
      engine: 'sqlite',
      file: '/srv/rollcall/rollcall.db',
    });
    expect(loadConfig({ DATABASE_URL: 'file:///var/lib/a.db' }).database).toEqual({
      engine: 'sqlite',
      file: '/var/lib/a.db',
    });
    const url = 'postgresql://rollcall:secret@db.example.com/rollcall';
    const poolSize = 20;
    expect(loadConfig({ DATABASE_URL: url, DATABASE_POOL_SIZE: '20' }).database).toEqual({
      engine: 'postgresql',
      url,
      poolSize,
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '1.5'],
    ['DAY_STARTS_AT', '24:00'],
    ['TIME_ZONE', 'Nowhere'],
    ['TEMPLATE_KEY', 'c2hvcnQ='],
    ['TEMPLATE_KEY_NEXT', 'c2hvcnQ='],
    ['ENCRYPT_PHOTOS', 'maybe'],
    ['S3_BUCKET', 'ab'],
    ['S3_ENDPOINT', 'minio:9000'],
    ['S3_PREFIX', '../faces'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'postgresql://user:secret@host'],
    ['DATABASE_URL', 'postgresql://user:secret@host/db?schema=x'],
    ['LOG_LEVEL', 'loud'],
    ['ROLES', 'api,cook'],
    ['ROLES', ','],
    ['RECOGNITION_SECRET', 'short'],
    ['RECOGNITION_SECRET', 'with spaces, although it is long enough'],
    ['RECOGNITION_URL', 'http://node:4100/path'],
    ['RECOGNITION_URL', 'node:4100'],
    ['RECOGNITION_URL', 'http://ada:secret@node:4100'],
    ['RECOGNITION_PORT', '70000'],
  ])('refuses %s=%s by name, without repeating the value', (name, value) => {
    try {
      loadConfig({ [name]: value });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StartupError);
      expect((error as StartupError).problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `)) as string]);
      expect((error as StartupError).message).not.toContain(value === '24:00' ? 'never' : `"${value}"`);
    }
  });
});

it('reads the roles of a node, and where others recognise for it', () => {
  expect([...loadConfig({}).roles]).toEqual(['api', 'recognition', 'worker']);
  const { roles, recognitionNodes } = loadConfig({
    ROLES: 'api, worker',
    RECOGNITION_URL: 'http://10.0.0.5:4100/, https://faces.example.org',
    RECOGNITION_SECRET: 'x'.repeat(32),
  });
  expect([...roles]).toEqual(['api', 'worker']);
  expect(recognitionNodes).toMatchObject({ urls: ['http://10.0.0.5:4100', 'https://faces.example.org'], port: null });
  expect(() => loadConfig({ ROLES: 'api' })).toThrow('RECOGNITION_URL: name the nodes');
});

it('keeps photographs in a bucket encrypted, whatever else is set', () => {
  expect(loadConfig({})).toMatchObject({ bucket: null, encryptPhotos: false });
  const set = { S3_BUCKET: 'faces', S3_PREFIX: 'rollcall/photos/', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' };
  expect(loadConfig(set)).toMatchObject({
    encryptPhotos: true,
    bucket: { name: 'faces', prefix: 'rollcall/photos/', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } },
  });
  expect(() => loadConfig({ ...set, ENCRYPT_PHOTOS: 'false' })).toThrow('ENCRYPT_PHOTOS: photographs in a bucket');
  expect(() => loadConfig({ ...set, S3_SECRET_ACCESS_KEY: '' })).toThrow('set both or neither');
});

it.each([
  ['TEMPLATE_KEY', 'MASTER_KEY_COMMAND'],
  ['TEMPLATE_KEY_NEXT', 'MASTER_KEY_NEXT_COMMAND'],
  ['BACKUP_PASSPHRASE', 'BACKUP_KEY_FILE'],
])('refuses %s beside %s', (key, command) => {
  const set = { [key]: Buffer.alloc(32).toString('base64'), [command]: 'cat a-key' };
  expect(() => loadConfig(set)).toThrow(`${key} and ${command}: set one of them`);
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=(.*)$/gm)];

  it('names every setting and no other', () => {
    expect(named.map(([, name]) => name).sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  it('shows values that are accepted', () => {
    const values = Object.fromEntries(named.map(([, name, value]) => [name, value])) as NodeJS.ProcessEnv;
    expect(() => loadConfig(values)).not.toThrow();
  });
});
