import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MAX_PAGE_SIZE, readPage, type PageRequest } from './paging.js';

interface Row {
  name: string;
  id: number;
}

const key = z.tuple([z.string(), z.number().int()]);

/** Rows in order of name and id, two of each name. */
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, id) => ({
    name: `név ${'한'.repeat(300)} ${String(Math.floor(id / 2)).padStart(3, '0')}`,
    id,
  }));

function setUp(count: number) {
  const rows = rowsOf(count);
  const page = (request: PageRequest) =>
    readPage(
      request,
      key,
      (row: Row): [string, number] => [row.name, row.id],
      async (take, after) =>
        rows.filter(({ name, id }) => !after || name > after[0] || (name === after[0] && id > after[1])).slice(0, take),
    );
  const readAll = async (first: number) => {
    const read: number[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await page({ first, after });
      read.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) return read;
      after = pageInfo.endCursor;
    }
  };
  return { page, readAll };
}

describe('pages', () => {
  it.each([
    [0, 3],
    [1, 1],
    [7, 1],
    [7, 3],
    [6, 3],
    [7, 7],
    [7, 8],
    [401, MAX_PAGE_SIZE],
  ])('of %i rows, %i at a time, give each row once and in order', async (count, first) => {
    expect(await setUp(count).readAll(first)).toEqual(rowsOf(count).map(({ id }) => id));
  });

  it.each([
    [3, 2, true],
    [3, 3, false],
    [3, 4, false],
  ])('of %i rows, %i at a time, say whether more follow: %s', async (count, first, hasNextPage) => {
    expect((await setUp(count).page({ first })).pageInfo.hasNextPage).toBe(hasNextPage);
  });

  it('end where their last edge is, and an empty one nowhere', async () => {
    const { edges, pageInfo } = await setUp(3).page({ first: 2 });
    expect(pageInfo.endCursor).toBe(edges[1]!.cursor);
    expect(await setUp(0).page({ first: 2 })).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });
});

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a page is refused with the field', () => {
  it.each([
    ['of nothing', { first: 0 }, 'first: must be at least 1'],
    ['of less than nothing', { first: -1 }, 'first: must be at least 1'],
    ['of too much', { first: MAX_PAGE_SIZE + 1 }, `first: must be at most ${MAX_PAGE_SIZE}`],
    ['of half a row', { first: 1.5 }, 'first: '],
    ['after no cursor', { first: 1, after: 'nonsense' }, 'after: is not a cursor of this list'],
    ['after an empty cursor', { first: 1, after: '' }, 'after: is not a cursor of this list'],
    ["after another list's cursor", { first: 1, after: cursorOf(['name']) }, 'after: is not a cursor of this list'],
    ['after a key of other types', { first: 1, after: cursorOf([1, 'x']) }, 'after: is not a cursor of this list'],
    ['after an object', { first: 1, after: cursorOf({ length: 2 }) }, 'after: is not a cursor of this list'],
    ['after a megabyte', { first: 1, after: 'A'.repeat(2 ** 20) }, 'after: is not a cursor of this list'],
  ])('%s', async (_name, request, words) => {
    await expect(setUp(3).page(request)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(words) as string,
    });
  });
});
