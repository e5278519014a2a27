import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.js';
import { loadNodeSecret } from './node-secret.js';

const SECRET = 'nodes-of-one-installation-know-it';
const fromFile = (text: string, mode = 0o600) => {
  const secretFile = join(temporaryFolder(), 'secret');
  writeFileSync(secretFile, text, { mode });
  return loadNodeSecret({ secret: null, secretFile });
};

describe('the secret of the nodes', () => {
  it('is what is set, or what a file holds', () => {
    expect(loadNodeSecret({ secret: SECRET, secretFile: null })).toBe(SECRET);
    expect(fromFile(`${SECRET}\n`)).toBe(SECRET);
  });

  it.each([
    ['too short', 'short\n', 0o600, 'must hold 32 to 500'],
    ['of two lines', `${SECRET}\n${SECRET}`, 0o600, 'must hold 32 to 500'],
    ['read by others', SECRET, 0o644, 'can be read by others'],
  ])('is refused from a file that is %s, without repeating it', (_what, text, mode, problem) => {
    const refused = () => fromFile(text, mode);
    expect(refused).toThrow(problem);
    expect(refused).not.toThrow(text.trim());
  });

  it('is not made up where there is none', () => {
    expect(() => loadNodeSecret({ secret: null, secretFile: null })).toThrow('RECOGNITION_SECRET: set it');
    expect(() => loadNodeSecret({ secret: null, secretFile: '/nowhere/secret' })).toThrow('cannot be read (ENOENT)');
  });
});
