import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lexer, print, Source, TokenKind, type DocumentNode } from 'graphql';
import { expect, it } from 'vitest';
import { installation } from '../installation.js';
import { buildGraphQLSchema } from '../schema.js';
import { DOCUMENT_LIMITS, MAX_DOCUMENT_TOKENS } from './limits.js';
import { measureDocument } from './measure-document.js';

// Generated from every document under web/, each operation with the fragments that it spreads.
const generated = readFileSync(join(installation.root, 'web/gql/graphql.ts'), 'utf8');
const documents = [...generated.matchAll(/^export const (\w+Document) = (\{.*\}) as unknown as /gm)].map(
  ([, name, json]) => [name!, JSON.parse(json!) as DocumentNode] as const,
);

const schema = buildGraphQLSchema();

it('finds the documents of the pages', () => {
  expect(documents.map(([name]) => name)).toContain('KioskCheckInDocument');
});

it.each(documents)('%s stays within half of each limit', (_name, document) => {
  const { introspects, ...figures } = measureDocument(schema, document);
  expect(introspects).toBe(false);
  const over = Object.entries(DOCUMENT_LIMITS).filter(
    ([name, limit]) => figures[name as keyof typeof DOCUMENT_LIMITS] > limit / 2,
  );
  expect(over, JSON.stringify(figures)).toEqual([]);
  expect(tokensOf(print(document))).toBeLessThanOrEqual(MAX_DOCUMENT_TOKENS / 2);
  if (process.env.PRINT_FIGURES) console.log(_name, JSON.stringify(figures), tokensOf(print(document)));
});

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count++;
  return count;
}
