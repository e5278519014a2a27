import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { postgresqlDifference, toPostgresql } from './postgresql-schema.js';

const schema = toPostgresql(readFileSync('prisma/schema.prisma', 'utf8'));

it('is the schema of SQLite with another provider and another client', () => {
  expect(schema).toContain('provider = "postgresql"');
  expect(schema).toContain('"../../server/database/generated-postgresql"');
  expect(() => toPostgresql('')).toThrow('provider = "sqlite"');
});

it('gives what was added, with text in the order of its bytes', async () => {
  const after = schema.replace('model User {', 'model User {\n  nickname String?\n  motto String?\n  age Int?');
  expect(await postgresqlDifference(schema, schema)).toBeNull();
  expect(await postgresqlDifference(schema, after)).toBe(`-- AlterTable
ALTER TABLE "User" ADD COLUMN     "age" INTEGER,
ADD COLUMN     "motto" TEXT COLLATE "C",
ADD COLUMN     "nickname" TEXT COLLATE "C";
`);
});

it('gives the whole schema where there is none yet', async () => {
  expect(await postgresqlDifference(null, schema)).toContain('"name" TEXT COLLATE "C" NOT NULL');
});
