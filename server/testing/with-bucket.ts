import { afterAll, beforeAll } from 'vitest';
import { startBucketServer, whyNoBuckets, type BucketServer } from './bucket-server.js';
import { describeUnless } from './describe-unless.js';

const describeWithBuckets = describeUnless(whyNoBuckets());
/** Its four processes, on a machine that is busy. */
const START_MS = 90_000;

/** A group of tests that share a server of buckets: skipped where Swift is not installed, but not in CI. */
export function describeWithBucket(name: string, tests: (server: () => BucketServer) => void): void {
  describeWithBuckets(name, () => {
    let server: BucketServer;
    beforeAll(async () => {
      server = await startBucketServer();
    }, START_MS);
    afterAll(() => server?.remove());
    tests(() => server);
  });
}
