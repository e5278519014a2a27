import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartupError } from '../errors.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { loadTemplateKey } from './template-key.js';

function setUp(content?: string, mode = 0o600) {
  const dataDir = temporaryFolder();
  const file = join(dataDir, 'template.key');
  if (content !== undefined) {
    writeFileSync(file, content);
    chmodSync(file, mode);
  }
  const load = (overrides: { fromEnvironment?: Buffer; templatesExist?: boolean } = {}) =>
    loadTemplateKey({ fromEnvironment: null, dataDir, templatesExist: false, ...overrides });
  return { file, load };
}

const inBase64 = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64');

describe('the key of the templates', () => {
  it('is made where nothing is sealed yet, 32 bytes that only we can read, and stays the same', () => {
    const { file, load } = setUp();
    const key = load();
    expect(key).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(load({ templatesExist: true })).toEqual(key);
  });

  it('is another one in each installation', () => {
    expect(setUp().load().equals(setUp().load())).toBe(false);
  });

  it('is the one from the environment where there is one, and no file is made', () => {
    const { file, load } = setUp();
    const given = Buffer.alloc(32, 1);
    expect(load({ fromEnvironment: given, templatesExist: true })).toEqual(given);
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  it('is never made anew while templates are sealed with the lost one', () => {
    const { file, load } = setUp();
    expect(() => load({ templatesExist: true })).toThrow(StartupError);
    expect(() => load({ templatesExist: true })).toThrow('Restore it, or set TEMPLATE_KEY');
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  it.each([0o644, 0o640, 0o606, 0o620])('is refused with mode %o, with the command that mends it', (mode) => {
    const { file, load } = setUp(inBase64(32), mode);
    expect(() => load()).toThrow(`chmod 600 "${file}"`);
  });

  it.each([0o600, 0o400])('is taken with mode %o', (mode) => {
    expect(setUp(`${inBase64(32)}\n`, mode).load()).toEqual(Buffer.alloc(32, 7));
  });

  it.each([
    ['empty', ''],
    ['too short', inBase64(31)],
    ['too long', inBase64(33)],
    ['no base64', 'this is no key'],
  ])('is refused when the file is %s, and left as it is', (_name, content) => {
    const { file, load } = setUp(content);
    expect(() => load()).toThrow(StartupError);
    expect(() => load()).toThrow('is damaged');
    expect(readFileSync(file, 'utf8')).toBe(content);
  });
});
