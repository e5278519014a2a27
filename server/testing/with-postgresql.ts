import { describeUnless } from './describe-unless.js';
import { whyNoPostgresql } from './postgresql-template.js';

/** A group of tests that need a PostgreSQL server: skipped where none answers, but not in CI. */
export const describeWithPostgresql = describeUnless(process.env.CI === 'true' ? null : await whyNoPostgresql());
