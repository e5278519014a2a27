import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { getMetadataStorage, Query, Resolver } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { keyScopes } from '../caller.js';
import { buildGraphQLSchema } from '../schema.js';
import { operations, types } from './access-table.js';
import { comers, fieldsOf, reachOf } from './schema-rules.js';

const schema = buildGraphQLSchema();
const reach = reachOf(schema);
const ROOT = /^(Query|Mutation|Subscription)\./;
const words = (who: ReadonlySet<string>): string => comers.filter((comer) => who.has(comer)).join(' ');

describe('the walk through the schema', () => {
  it('comes to every field of every type, and finds a rule for each', () => {
    const unruled = fieldsOf(schema).filter((field) => {
      const [type = ''] = field.split('.');
      return !(reach.has(field) && (ROOT.test(field) ? operations[field] : (types[field] ?? types[type])));
    });
    expect(unruled).toEqual([]);
    expect(reach.size).toBe(fieldsOf(schema).length);
    expect(reach.size).toBeGreaterThan(300);
  });

  it('finds for each operation whom the table names', () => {
    const found = Object.fromEntries(
      [...reach].filter(([field]) => ROOT.test(field)).map(([field, who]) => [field, words(who)]),
    );
    expect(found).toEqual(operations);
  });

  it('finds for each field of each type whom the table names', () => {
    const fields = [...reach].filter(([field]) => !ROOT.test(field));
    const found = Object.fromEntries(fields.map(([field, who]) => [field, words(who)]));
    const wanted = Object.fromEntries(fields.map(([field]) => [field, types[field] ?? types[field.split('.')[0]!]]));
    expect(found).toEqual(wanted);
  });

  it('finds nothing that the table names and the schema has no more', () => {
    const known = new Set([...reach.keys(), ...[...reach.keys()].map((field) => field.split('.')[0])]);
    expect([...Object.keys(operations), ...Object.keys(types)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('is what docs/api.md says', () => {
    const rows = readFileSync('docs/api.md', 'utf8').match(/^\| `(query|mutation|subscription) .*\|$/gm) ?? [];
    const written = rows.map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
    expect(written).toEqual(Object.entries(operations).map(([field, who]) => docsRow(field, who.split(' '))));
  });
});

describe('an operation that says nothing of who may use it', () => {
  it('keeps the server from starting', () => {
    @Resolver()
    class Forgetful {
      @Query(() => String)
      forgotten(): string {
        return '';
      }
    }
    expect(Forgetful).toBeDefined();
    const { queries } = getMetadataStorage();
    try {
      expect(() => buildGraphQLSchema()).toThrow('forgotten says nothing of who may use it: add @Authorized');
    } finally {
      // The servers of other files are made of the same.
      queries.splice(
        queries.findIndex(({ schemaName }) => schemaName === 'forgotten'),
        1,
      );
    }
    expect(buildGraphQLSchema().getQueryType()!.getFields()).not.toHaveProperty('forgotten');
  });
});

/** operation | ADMIN | MANAGER | AUDITOR | EMPLOYEE | KIOSK | keys */
function docsRow(field: string, allowed: readonly string[]): string[] {
  const tick = (role: string) => (allowed.includes(role) ? '✓' : '');
  const keys = keyScopes.filter((scope) => allowed.includes(scope));
  const keyWords = allowed.includes('NOBODY') ? 'open' : keys.length === keyScopes.length ? 'any' : keys.join(', ');
  const name = field.replace(/^(Q|M|S)\w+/, (kind) => kind.toLowerCase()).replace('.', ' ');
  return [`\`${name}\``, ...['ADMIN', 'MANAGER', 'AUDITOR', 'EMPLOYEE', 'KIOSK'].map(tick), keyWords];
}
