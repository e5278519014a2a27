import { z } from 'zod';
import { DomainError } from './errors.js';
import { parseInput } from './validate.js';

export const MAX_PAGE_SIZE = 200;

/** What a client asks of a list. `after` is the cursor of the last edge it has seen. */
export interface PageRequest {
  first: number;
  after?: string | null | undefined;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Page<T> {
  edges: Edge<T>[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const pageSize = z.object({
  first: z.number().int().min(1, 'must be at least 1').max(MAX_PAGE_SIZE, `must be at most ${MAX_PAGE_SIZE}`),
});

/**
 * One keyset page. `read` is given the number of rows to read (one more than asked, which tells whether more follow) and
 * the key after which to start; `keyOf` says what a row's key is. Throws BAD_USER_INPUT for a size or cursor that is off.
 */
export async function readPage<Row, Key extends readonly (string | number | Date)[]>(
  request: PageRequest,
  key: z.ZodType<Key>,
  keyOf: (row: Row) => Key,
  read: (take: number, after: Key | null) => Promise<Row[]>,
): Promise<Page<Row>> {
  const { first } = parseInput(pageSize, request);
  const after = request.after == null ? null : decodeCursor(request.after, key);
  const rows = await read(first + 1, after);
  const edges = rows.slice(0, first).map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

const encodeCursor = (key: readonly (string | number | Date)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

function decodeCursor<Key>(cursor: string, key: z.ZodType<Key>): Key {
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new DomainError('BAD_USER_INPUT', 'after: is not a cursor of this list. Start again without it.', { cause });
  }
}
