import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DomainError, UnavailableError } from '../errors.js';
import { createLogLines } from '../testing/log-lines.js';
import { formatError } from './format-error.js';

const SECRET = 'SQLITE_CANTOPEN /srv/rollcall/data/rollcall.db';
const schema = buildSchema('type Query { employee(id: Int!): String! }');

/** What a resolver's error becomes on its way through graphql. */
async function thrownBy(resolver: () => unknown): Promise<GraphQLError> {
  const document = parse('{ employee(id: 1) }');
  const result = await execute({ schema, document, rootValue: { employee: resolver } });
  return result.errors![0]!;
}

const fail = (error: unknown) => () => {
  throw error;
};

function syntaxError(): unknown {
  try {
    return parse('{ employee(');
  } catch (error) {
    return error;
  }
}

describe('an unexpected error', () => {
  it.each([
    ['thrown by a resolver', () => thrownBy(fail(new Error(SECRET)))],
    ['that is no Error', () => thrownBy(fail(SECRET))],
    ['from before graphql', () => new Error(SECRET)],
    ['because a resolver gave nothing', () => thrownBy(() => null)],
    ['of graphql about an answer of ours', () => thrownBy(() => ({ not: SECRET }))],
    ['inside, by its code', () => thrownBy(fail(new DomainError('INTERNAL_SERVER_ERROR', SECRET)))],
  ])('%s shows nothing but a number, under which it is logged once', async (_name, make) => {
    const { logger, lines } = createLogLines();
    const shown = formatError(await make(), logger);
    const requestId = shown.extensions?.requestId;
    expect(requestId).toMatch(/^[\w-]{36}$/);
    expect(shown.message).toContain(requestId);
    expect(shown.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId });
    expect(JSON.stringify(shown)).not.toContain('SQLITE');
    expect(lines).toMatchObject([{ level: 50, requestId }]);
  });

  it('is logged whole, with the field', async () => {
    const { logger, lines } = createLogLines();
    formatError(await thrownBy(fail(new Error(SECRET))), logger);
    expect(lines).toMatchObject([{ path: ['employee'], err: { message: SECRET } }]);
    expect((lines[0]!.err as { stack: string }).stack).toContain('format-error.test');
  });
});

it.each([
  ['the database is out of reach', new UnavailableError(new Error(SECRET))],
  ['the disk is full', Object.assign(new Error(SECRET), { code: 'ENOSPC' })],
])('says that it may do later when %s, and logs what was in the way', async (_name, error) => {
  const { logger, lines } = createLogLines();
  const shown = formatError(await thrownBy(fail(error)), logger);
  expect(shown.extensions).toMatchObject({ code: 'UNAVAILABLE' });
  expect(JSON.stringify(shown)).not.toContain('SQLITE');
  expect(JSON.stringify(lines)).toContain(SECRET);
});

describe('an error of ours', () => {
  it('keeps its code and words, and shows nothing of its cause', async () => {
    const { logger, lines } = createLogLines();
    const error = new DomainError('NOT_FOUND', 'There is no employee.', { cause: new Error(SECRET) });
    expect(formatError(await thrownBy(fail(error)), logger)).toEqual({
      message: 'There is no employee.',
      path: ['employee'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'NOT_FOUND' },
    });
    expect(lines).toEqual([]);
  });

  it('keeps them outside graphql too', () => {
    const shown = formatError(new DomainError('UNAUTHENTICATED', 'Sign in first.'), createLogLines().logger);
    expect(shown).toEqual({ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } });
  });
});

describe("an error in the document keeps graphql's words", () => {
  it.each([
    ['of syntax', syntaxError, 'Syntax Error', 'BAD_USER_INPUT'],
    ['of a field', () => validate(schema, parse('{ salary }'))[0], 'Cannot query field "salary"', 'BAD_USER_INPUT'],
    [
      'that Apollo has named',
      () => new GraphQLError('Must provide query', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
      'Must provide query',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'with a code that nobody knows',
      () => new GraphQLError('No', { extensions: { code: 'ODD', stacktrace: [SECRET] } }),
      'No',
      'BAD_USER_INPUT',
    ],
  ])('%s', (_name, make, words, code) => {
    const { logger, lines } = createLogLines();
    const shown = formatError(make(), logger);
    expect(shown.message).toContain(words);
    expect(shown.extensions).toEqual({ code });
    expect(lines).toEqual([]);
  });
});
