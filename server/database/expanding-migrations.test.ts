import { describe, expect, it } from 'vitest';
import { installation } from '../installation.js';
import { readMigrations } from './migrations.js';

// What a server of the version before does not survive, while it still runs beside one that has migrated: "Upgrade" in
// docs/operations.md. What is meant all the same is marked in the migration: `-- contracts: ` and since when nobody reads it.
const NARROWS: readonly [RegExp, string][] = [
  [/\bDROP\s+(TABLE|COLUMN|TYPE|VIEW)\b/i, 'removes what the older version may read'],
  [/\bRENAME\b/i, 'renames what the older version may read'],
  [/\bSET\s+NOT\s+NULL\b/i, 'refuses rows of the older version'],
  [/\bALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE\b/i, 'changes what the older version reads'],
  [/\bADD\s+COLUMN\b(?=[^,]*\bNOT\s+NULL\b)(?![^,]*\bDEFAULT\b)/i, 'refuses rows of the older version'],
  [/\bADD\s+CONSTRAINT\b[^,]*\b(CHECK|UNIQUE)\b/i, 'may refuse rows of the older version'],
];
const MARK = /^-- contracts: \S/m;

/** What the older version does not survive: statements, each with why. */
function narrowingIn(sql: string): string[] {
  if (MARK.test(sql)) return [];
  const statements = sql.replaceAll(/--.*$/gm, '').split(';');
  return statements.flatMap((statement) =>
    // A new table is nobody's yet.
    /^\s*CREATE\s+TABLE\b/i.test(statement)
      ? []
      : NARROWS.filter(([pattern]) => pattern.test(statement)).map(([, why]) => `${statement.trim()}: ${why}`),
  );
}

describe('a migration', () => {
  it.each(readMigrations(installation.postgresqlMigrationsDir).map(({ name, sql }) => [name, sql]))(
    '%s lets the version before go on beside it',
    (_name, sql) => expect(narrowingIn(sql)).toEqual([]),
  );
});

it.each([
  ['ALTER TABLE "A" DROP COLUMN "b"', true],
  ['DROP TABLE "A"', true],
  ['ALTER TABLE "A" RENAME COLUMN "b" TO "c"', true],
  ['ALTER TABLE "A" ADD COLUMN "b" TEXT COLLATE "C" NOT NULL', true],
  ['ALTER TABLE "A" ADD COLUMN "a" INTEGER NOT NULL DEFAULT 0,\nADD COLUMN "b" TEXT NOT NULL', true],
  ['ALTER TABLE "A" ALTER COLUMN "b" SET NOT NULL', true],
  ['ALTER TABLE "A" ALTER COLUMN "b" SET DATA TYPE BIGINT', true],
  ['ALTER TABLE "A" ADD CONSTRAINT "b" CHECK ("c" > 0)', true],
  ['-- contracts: unread since 0.2\nDROP TABLE "A"', false],
  ['ALTER TABLE "A" ADD COLUMN "b" TEXT, ADD COLUMN "c" BOOLEAN NOT NULL DEFAULT false', false],
  ['-- DROP TABLE "A"\nCREATE TABLE "A" ("b" TEXT NOT NULL)', false],
  ['CREATE INDEX "A_b" ON "A" ("b")', false],
])('%s: is found %s', (sql, isFound) => {
  expect(narrowingIn(sql).length > 0).toBe(isFound);
});
