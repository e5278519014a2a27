import { z } from 'zod';
import { keyScopes, type Caller, type KeyScope } from '../caller.js';
import type { Clock } from '../clock.js';
import { hashToken, newId, newToken } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch } from '../row-errors.js';
import { EVERYBODY } from '../scope.js';
import { parseInput } from '../validate.js';
import type { ApiKeyRepository, ApiKeyRow } from './api-key.repository.js';

export const API_KEY_PREFIX = 'rck';

const MAX_DAYS = 366;
/** How stale `lastUsedAt` may become before a request writes it anew. */
const USED_EVERY_MS = 60_000;

const newKey = z
  .object({
    name: z.string().trim().min(1, 'must not be empty').max(100, 'must have at most 100 characters'),
    scopes: z
      .array(z.enum(keyScopes))
      .min(1, 'must be at least one')
      .max(keyScopes.length, 'must not name one twice')
      .transform((scopes) => [...new Set(scopes)]),
    validDays: z.number().int().min(1, 'must be at least 1').max(MAX_DAYS, `must be at most ${MAX_DAYS}`),
    departmentIds: z
      .array(z.string().max(100))
      .min(1, 'must be at least one; leave it out for all')
      .max(200, 'must be at most 200')
      .transform((ids) => [...new Set(ids)])
      .nullish(),
  })
  // A camera sees whoever stands before it.
  .refine(({ scopes, departmentIds }) => !departmentIds || !scopes.includes('RECOGNITION'), {
    message: 'recognition cannot be limited to departments',
    path: ['departmentIds'],
  });

export interface ApiKey extends Omit<ApiKeyRow, 'scopes' | 'departments'> {
  scopes: KeyScope[];
  /** Null for everybody. */
  departments: string[] | null;
}

/** The access of programs. */
export class ApiKeyService {
  constructor(private readonly dependencies: { keys: ApiKeyRepository; clock: Clock }) {}

  /** A new key, shown this once. Throws BAD_USER_INPUT, or NOT_FOUND for a department. */
  async create(input: unknown, createdBy: string): Promise<{ key: ApiKey; token: string }> {
    const { name, scopes, validDays, departmentIds } = parseInput(newKey, input);
    const { keys, clock } = this.dependencies;
    const token = newToken(API_KEY_PREFIX);
    const createdAt = clock.now();
    const row = {
      id: newId(),
      name,
      tokenHash: hashToken(token),
      scopes: scopes.join(' '),
      allDepartments: !departmentIds,
      createdBy,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + validDays * 24 * 3_600_000),
    };
    return { key: keyOf(await keys.create(row, departmentIds ?? [])), token };
  }

  /** Newest first. Throws BAD_USER_INPUT for a page that is off. */
  async list(request: PageRequest): Promise<Page<ApiKey>> {
    const { keys } = this.dependencies;
    const page = await readPage(
      request,
      z.tuple([z.string()]),
      (row: ApiKeyRow): [string] => [row.id],
      (take, after) => keys.list(take, after?.[0] ?? null),
    );
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: keyOf(node) })) };
  }

  /** Makes a key worthless from now on. Throws NOT_FOUND. */
  async revoke(id: string): Promise<ApiKey> {
    const revoked = await this.dependencies.keys.revoke(id, this.dependencies.clock.now());
    if (!revoked) throw noSuch('API key');
    return keyOf(revoked);
  }

  /** The program that a key belongs to; null when it is unknown, revoked or has run out. */
  async authenticate(token: string): Promise<Caller | null> {
    const { keys, clock } = this.dependencies;
    const row = await keys.findByTokenHash(hashToken(token));
    const now = clock.now();
    if (!row || row.revokedAt || row.expiresAt <= now) return null;
    if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > USED_EVERY_MS) await keys.markUsed(row.id, now);
    const { scopes } = keyOf(row);
    const ids = row.departments.map(({ departmentId }) => departmentId);
    return {
      id: row.id,
      role: 'INTEGRATOR',
      name: row.name,
      source: `key:${row.id}`,
      scope: row.allDepartments ? EVERYBODY : { kind: 'departments', ids },
      keyScopes: scopes,
      sessionId: null,
      mustAddSecondFactor: false,
      mayEnrol: scopes.includes('EMPLOYEES_WRITE'),
      liveness: 'OFF',
      expiresAt: row.expiresAt,
    };
  }
}

function keyOf({ scopes, departments, ...row }: ApiKeyRow): ApiKey {
  return {
    ...row,
    scopes: keyScopes.filter((scope) => scopes.split(' ').includes(scope)),
    departments: row.allDepartments ? null : departments.map(({ department }) => department.name),
  };
}
