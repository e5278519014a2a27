import { describe } from 'vitest';
import { whyNoPostgresql } from './postgresql-template.js';

const missing = process.env.CI === 'true' ? null : await whyNoPostgresql();

/** A group of tests that need a PostgreSQL server: skipped where none answers, but not in CI. */
export function describeWithPostgresql(name: string, tests: () => void): void {
  describe.skipIf(missing)(missing ? `${name} (${missing})` : name, tests);
}
