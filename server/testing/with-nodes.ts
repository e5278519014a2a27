import { Redis } from 'ioredis';
import { whyNoCaddy } from './caddy.js';
import { describeUnless } from './describe-unless.js';
import { whyNoPostgresql } from './postgresql-template.js';

export const REDIS_URL = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

/** Null where Redis answers, else why it does not. */
async function whyNoRedis(): Promise<string | null> {
  const redis = new Redis(REDIS_URL, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return null;
  } catch (error) {
    return `Redis: ${(error as Error).message}`;
  } finally {
    redis.disconnect();
  }
}

const isCi = process.env.CI === 'true';
const missing = isCi ? null : ((await whyNoPostgresql()) ?? (await whyNoRedis()));
const missingForProxy = isCi ? null : (missing ?? whyNoCaddy());

/** A group of tests that need PostgreSQL and Redis: skipped where one does not answer, but not in CI. */
export const describeWithNodes = describeUnless(missing);
/** The same with Caddy before the servers. */
export const describeBehindProxy = describeUnless(missingForProxy);
