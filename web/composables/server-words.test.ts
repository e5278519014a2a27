import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SERVER_WORDS } from './server-words';

it('has a translation of everything that the server says of a photo that is not good enough', () => {
  const quality = readFileSync('server/recognition/quality.ts', 'utf8');
  const said = [...quality.matchAll(/return '([A-Z][^']+\.)';/g)].map(([, sentence]) => sentence!);
  expect(said).toHaveLength(7);
  expect(Object.keys(SERVER_WORDS.de.advice)).toEqual(expect.arrayContaining(said));
});
