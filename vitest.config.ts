import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { TierReporter } from './.ci/tier-reporter.js';
import { whyNoPostgresql } from './server/testing/postgresql-template.js';

// Neither UTC nor a whole hour from it, so that a day that is taken from the wrong zone shows.
process.env.TZ = 'Asia/Kathmandu';

const PURE = [
  'server/**/*.rules.test.ts',
  'server/recognition/{match,subject,calibration,confidence,score-tail}.test.ts',
];
const RECOGNITION = ['server/**/*.recognition.test.ts'];
const API = ['server/api-tests/**/*.test.ts'];
/** What there is with PostgreSQL only. */
const POSTGRESQL_ONLY = [
  'backup-postgresql',
  'behind-proxy',
  'database-copy',
  'doctor-postgresql',
  'node-roles',
  'rolling-upgrade',
  'two-nodes',
].map((name) => `server/api-tests/${name}.test.ts`);
/** What compares times, so that nothing else may run. */
const TIMING = ['server/api-tests/hostile/timing.test.ts'];
/** What could go another way on PostgreSQL: races, orders, plain SQL, crashes. TEST_POSTGRESQL=whole runs everything but SQLite's own. */
const ON_POSTGRESQL = [
  ...POSTGRESQL_ONLY,
  ...['attendance-log', 'audit', 'backup', 'crash', 'decisions', 'erasure', 'gallery-follows', 'jobs', 'lists'],
  ...['live-arrivals', 'look-alikes', 'main-job', 'many-kiosks', 'models', 'not-me', 'pipeline', 'scopes'],
].map((name) => (name.includes('/') ? name : `server/api-tests/${name}.test.ts`));
const SQLITE_ONLY = ['backup-files', 'check-in-cost', 'doctor', 'start-up'].map(
  (name) => `server/api-tests/${name}.test.ts`,
);
const isWhole = process.env.TEST_POSTGRESQL === 'whole';
const PAGES = ['web/**/*.page.test.ts'];
// The copy that Node gives to type-graphql: Vite would take the package's other build, and two do not mix.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };
const compiled = ['server/testing/compile-server.ts'];

// Where no PostgreSQL answers, what needs one is left out, and the run says so. In CI it is not: there it fails.
const noPostgresql = process.env.CI === 'true' ? null : await whyNoPostgresql();
if (noPostgresql) process.stdout.write(`skipped (api-postgresql): ${noPostgresql}\n`);

/**
 * The tiers, from the fastest to the most real. One of them alone: `npx vitest run --project rules`. Those that take all
 * cores, or measure times, run one after another (groupOrder).
 */
export default defineConfig({
  test: {
    reporters: ['default', new TierReporter()],
    // All cores: vitest leaves one free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      { resolve, test: { name: 'rules', include: PURE } },
      {
        resolve,
        test: {
          name: 'services',
          include: ['server/**/*.test.ts'],
          exclude: [...PURE, ...RECOGNITION, ...API],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'web',
          include: ['web/**/*.test.ts'],
          exclude: PAGES,
          server: { deps: { inline: ['vuetify'] } },
        },
      },
      // Real models in real worker threads.
      {
        resolve,
        test: {
          name: 'recognition',
          sequence: { groupOrder: 1 },
          include: RECOGNITION,
          globalSetup: compiled,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      // Through HTTP and WebSocket.
      {
        resolve,
        test: {
          name: 'api',
          sequence: { groupOrder: 2 },
          include: API,
          exclude: [...RECOGNITION, ...POSTGRESQL_ONLY, ...TIMING],
          globalSetup: compiled,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      // Of the same, what could go another way on PostgreSQL.
      ...(noPostgresql
        ? []
        : [
            {
              resolve,
              test: {
                name: 'api-postgresql',
                sequence: { groupOrder: 2 },
                include: isWhole ? API : ON_POSTGRESQL,
                exclude: [...RECOGNITION, ...SQLITE_ONLY, ...TIMING],
                env: { TEST_DATABASE: 'postgresql' },
                globalSetup: [...compiled, 'server/testing/postgresql-template.ts'],
                testTimeout: 60_000,
                hookTimeout: 120_000,
              },
            },
          ]),
      {
        resolve,
        test: {
          name: 'api-timing',
          sequence: { groupOrder: 4 },
          include: TIMING,
          globalSetup: compiled,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      // The built server and pages in a real Chromium: each file has a server and a browser of its own.
      {
        test: {
          name: 'pages',
          sequence: { groupOrder: 3 },
          include: PAGES,
          globalSetup: [...compiled, 'web/testing/demo-folder.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxConcurrency: 3,
        },
      },
      // A worker keeps what it has imported from file to file: loading the server or the pages anew takes longer than the
      // tests. What is waited for may take long on a busy machine. Projects do not inherit either.
    ].map((project) => ({
      ...project,
      test: { ...project.test, isolate: false, expect: { poll: { timeout: 15_000 } } },
    })),
  },
});
