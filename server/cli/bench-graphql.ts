import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { systemClock } from '../clock.js';
import { migrateSqlite } from '../database/migrate.js';
import { installation } from '../installation.js';
import type { ApiClient } from '../testing/api-client.js';
import { fillAttendance } from './bench-attendance-data.js';
import { jsonBody, load, type LoadFigures } from './bench-load.js';
import { processorMs, startBenchServer, withPeer } from './bench-server.js';

const EVENTS = 100_000;
const LAST_DATE = '2026-03-31';
const PAGE = 50;
const CLIENTS = 32;
const WARM_UP_SECONDS = 5;
const SECONDS = 15;

const DOCUMENT = `query ($after: String) {
  attendance(first: ${PAGE}, after: $after) {
    edges {
      cursor
      node { id date status checkInTime checkOutTime workedMinutes lateMinutes employee { id number name department } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export interface GraphqlFigures {
  rows: number;
  /** Each client asks for a page of its own. */
  ours: LoadFigures;
  /** All ask for the first page, as boards do that look again at an arrival. */
  same: LoadFigures;
  bare: LoadFigures;
}

/** A page with what was asked to get it. */
interface Page {
  after: string | null;
  attendance: { pageInfo: { endCursor: string } };
}

/**
 * Requests a second for a page of 50 day records: the whole server on SQLite with 100,000 events, the caller an API key that may
 * read them, beside a bare Apollo Server that gives a page from memory to anybody. With `json` the last line of stdout is
 * GraphqlFigures.
 */
export async function benchGraphql({ json }: { json: boolean }): Promise<void> {
  const { admin, process, stop } = await startBenchServer({}, (dataDir) => {
    const file = join(dataDir, 'rollcall.db');
    migrateSqlite({ file, migrationsDir: installation.migrationsDir, now: () => systemClock.now() });
    fillAttendance(file, EVENTS, LAST_DATE);
  });
  const pages: Page[] = [];
  let ours: LoadFigures;
  let same: LoadFigures;
  try {
    const reader = admin.as(await makeKey(admin));
    while (pages.length < CLIENTS) {
      const after = pages.at(-1)?.attendance.pageInfo.endCursor ?? null;
      pages.push({ after, ...(await reader.ask<Omit<Page, 'after'>>(DOCUMENT, { after })) });
    }
    const url = `${admin.url}/graphql`;
    const headers = { authorization: `Bearer ${reader.token}` };
    ours = await measure('ours, each its own page', { url, headers, pages, server: process });
    same = await measure('ours, all the same page', { url, headers, pages: pages.slice(0, 1), server: process });
  } finally {
    await stop();
  }
  const bare = await withPeer('bare-apollo', pages[0]!.attendance, (url, server) =>
    measure('bare Apollo Server', { url, headers: {}, pages: pages.slice(0, 1), server }),
  );
  const figures: GraphqlFigures = { rows: PAGE, ours, same, bare };
  if (json) console.log(JSON.stringify(figures));
}

async function measure(
  name: string,
  {
    url,
    headers,
    pages,
    server,
  }: { url: string; headers: Record<string, string>; pages: readonly Page[]; server: ChildProcess },
): Promise<LoadFigures> {
  const asks = pages.map(({ after, attendance }) => {
    const expected = JSON.stringify({ data: { attendance } });
    return {
      url,
      headers: { ...headers, 'content-type': 'application/json' },
      body: jsonBody(DOCUMENT, { after }),
      check: (answer: string): void => {
        if (answer.trimEnd() !== expected) throw new Error(`${name} answered ${answer.slice(0, 300)}`);
      },
    };
  });
  const figures = await load({
    clients: CLIENTS,
    warmUpSeconds: WARM_UP_SECONDS,
    seconds: SECONDS,
    next: (client) => asks[client % asks.length]!,
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
