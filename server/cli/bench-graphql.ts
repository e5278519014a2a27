import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../clock.js';
import { migrateSqlite } from '../database/migrate.js';
import { installation } from '../installation.js';
import type { ApiClient } from '../testing/api-client.js';
import { fillAttendance } from './bench-attendance-data.js';
import { jsonBody, load, type LoadFigures } from './bench-load.js';
import { killed, processorMs, startBenchServer } from './bench-server.js';

const EVENTS = 100_000;
const LAST_DATE = '2026-03-31';
const PAGE = 50;
const CLIENTS = 32;
const WARM_UP_SECONDS = 5;
const SECONDS = 15;

const DOCUMENT = `{
  attendance(first: ${PAGE}) {
    edges {
      cursor
      node { id date status checkInTime checkOutTime workedMinutes lateMinutes employee { id number name department } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export interface GraphqlFigures {
  rows: number;
  ours: LoadFigures;
  bare: LoadFigures;
}

/**
 * Requests a second for a page of 50 day records: the whole server on SQLite with 100,000 events, the caller an API key that may
 * read them, beside a bare Apollo Server that gives the same page from memory to anybody. With `json` the last line of
 * stdout is GraphqlFigures.
 */
export async function benchGraphql({ json }: { json: boolean }): Promise<void> {
  const { admin, process, stop } = await startBenchServer({}, (dataDir) => {
    const file = join(dataDir, 'rollcall.db');
    migrateSqlite({ file, migrationsDir: installation.migrationsDir, now: () => systemClock.now() });
    fillAttendance(file, EVENTS, LAST_DATE);
  });
  let page: object;
  let ours: LoadFigures;
  try {
    const reader = admin.as(await makeKey(admin));
    page = (await reader.ask<{ attendance: object }>(DOCUMENT)).attendance;
    ours = await measure('ours', `${admin.url}/graphql`, { authorization: `Bearer ${reader.token}` }, page, process);
  } finally {
    await stop();
  }
  const peer = fork(fileURLToPath(new URL('./bench-peer-bare-apollo.js', import.meta.url)));
  try {
    peer.send(page);
    const [url] = (await once(peer, 'message')) as [string];
    const bare = await measure('bare Apollo Server', url, {}, page, peer);
    const figures: GraphqlFigures = { rows: PAGE, ours, bare };
    if (json) console.log(JSON.stringify(figures));
  } finally {
    await killed(peer);
  }
}

async function measure(
  name: string,
  url: string,
  headers: Record<string, string>,
  page: object,
  server: ChildProcess,
): Promise<LoadFigures> {
  const expected = JSON.stringify({ data: { attendance: page } });
  const ask = {
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    body: jsonBody(DOCUMENT),
    check: (answer: string): void => {
      if (answer.trimEnd() !== expected) throw new Error(`${name} answered ${answer.slice(0, 300)}`);
    },
  };
  const figures = await load({
    clients: CLIENTS,
    warmUpSeconds: WARM_UP_SECONDS,
    seconds: SECONDS,
    next: () => ask,
    processorMs: () => processorMs(server),
  });
  const { perSecond, p50Ms, p99Ms, processorMs: each } = figures;
  console.log(
    `${name}: ${perSecond} pages of ${PAGE} rows a second, p50 ${p50Ms} ms, p99 ${p99Ms} ms; ${each} ms of a processor each`,
  );
  return figures;
}

async function makeKey(admin: ApiClient): Promise<string> {
  const { createApiKey } = await admin.ask<{ createApiKey: { token: string } }>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token } }',
    { input: { name: 'Reader', scopes: ['ATTENDANCE_READ', 'EMPLOYEES_READ'] } },
  );
  return createApiKey.token;
}
