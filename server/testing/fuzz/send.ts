import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import type { FuzzOperation } from './operations.js';
import { FuzzFile, ID_MARK } from './values.js';

/** What came back. */
export interface FuzzAnswer {
  /** HTTP status; 200 by WebSocket; 0 where the connection was closed instead. */
  status: number;
  text: string;
  ms: number;
}

const ANSWER_TIMEOUT_MS = 60_000;
/** How long a subscription is listened to. */
const SUBSCRIPTION_MS = 150;

/** Puts ids of this run in the place of their marks. */
export function withIds(operation: FuzzOperation, ids: readonly string[]): FuzzOperation {
  const put = (text: string): string =>
    text.replace(ID_MARK, (_mark, at: string) => (ids.length > 0 ? ids[Number(at) % ids.length]! : 'none'));
  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') return put(value);
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null || value instanceof FuzzFile) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
  };
  return {
    ...operation,
    query: put(operation.query),
    variables: visit(operation.variables) as FuzzOperation['variables'],
  };
}

/** As often is a document sent that was refused before the whole of it was sent: the answer may then be lost on its way. */
const SENDINGS = 3;

export async function sendByHttp(url: string, token: string | null, operation: FuzzOperation): Promise<FuzzAnswer> {
  for (let sending = 1; ; sending++) {
    try {
      return await sendOnce(url, token, operation);
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      if (sending === SENDINGS || (code !== 'EPIPE' && code !== 'ECONNRESET')) throw error;
    }
  }
}

async function sendOnce(url: string, token: string | null, operation: FuzzOperation): Promise<FuzzAnswer> {
  const start = performance.now();
  const files: [path: string, file: FuzzFile][] = [];
  collectFiles(operation.variables, 'variables', files);
  const json = JSON.stringify({ query: operation.query, variables: operation.variables }, (_key, value: unknown) =>
    value instanceof FuzzFile ? null : value,
  );
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      // A connection of its own: one that is kept may be closed by the server at the moment of being used again.
      connection: 'close',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(files.length > 0 ? { 'apollo-require-preflight': 'true' } : { 'content-type': 'application/json' }),
    },
    body: files.length > 0 ? multipart(json, files) : json,
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  return { status: response.status, text: await response.text(), ms: performance.now() - start };
}

export function openSocket(url: string, token: string | null): Client {
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 1000,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
  });
}

export function sendBySocket(client: Client, { query, variables, kind }: FuzzOperation): Promise<FuzzAnswer> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const parts: unknown[] = [];
    const end = (status: number) => {
      clearTimeout(timer);
      resolve({ status, text: parts.map((part) => JSON.stringify(part)).join('\n'), ms: performance.now() - start });
    };
    const timer = setTimeout(
      () => {
        stop();
        if (kind === 'subscription') end(200);
        else reject(new Error(`no answer by WebSocket within ${ANSWER_TIMEOUT_MS} ms`));
      },
      kind === 'subscription' ? SUBSCRIPTION_MS : ANSWER_TIMEOUT_MS,
    );
    const stop = client.subscribe(
      { query, variables },
      {
        next: (part) => void parts.push(part),
        error: (error) => {
          const closed = error as { code?: number; reason?: string };
          parts.push(
            Array.isArray(error) ? { errors: error as unknown[] } : { code: closed.code, reason: closed.reason },
          );
          end(Array.isArray(error) ? 200 : 0);
        },
        complete: () => end(200),
      },
    );
  });
}

function collectFiles(value: unknown, path: string, files: [string, FuzzFile][]): void {
  if (value instanceof FuzzFile) files.push([path, value]);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) collectFiles(inner, `${path}.${key}`, files);
  }
}

function multipart(operations: string, files: readonly [string, FuzzFile][]): FormData {
  const form = new FormData();
  form.append('operations', operations);
  form.append('map', JSON.stringify(Object.fromEntries(files.map(([path], index) => [index, [path]]))));
  files.forEach(([, { bytes, name }], index) => form.append(String(index), new File([new Uint8Array(bytes)], name)));
  return form;
}
