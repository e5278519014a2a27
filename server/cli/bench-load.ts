import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What one request came to, from sending it to its whole answer. */
export interface LoadFigures {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time of the servers for each; null where it is not counted. It says what is behind a rate on a busy machine. */
  processorMs: number | null;
}

/** A request, and what looks at its answer: throws where that is not as it should be. */
export interface Ask {
  url: string;
  headers: Record<string, string>;
  body: Buffer;
  check: (answer: string) => void;
}

/**
 * So many clients, each with one connection, each sending its next request when the last one is answered. What is sent in the
 * first `warmUpSeconds` is not counted. Throws what a `check` throws.
 */
export async function load({
  clients,
  warmUpSeconds,
  seconds,
  next,
  processorMs,
}: {
  clients: number;
  warmUpSeconds: number;
  seconds: number;
  next: (client: number) => Ask;
  /** Of the servers, so far. */
  processorMs: () => number | null;
}): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const start = performance.now() + warmUpSeconds * 1000;
  const end = start + seconds * 1000;
  const latencies: number[] = [];
  let answered = 0;
  let processorAtStart: number | null = null;
  const starting = setTimeout(() => {
    processorAtStart = processorMs();
    answered = 0;
  }, warmUpSeconds * 1000);
  const ask = async (client: number): Promise<void> => {
    for (let began = performance.now(); began < end; began = performance.now()) {
      const { url, headers, body, check } = next(client);
      check(await send(agent, url, headers, body));
      answered++;
      const ended = performance.now();
      if (began >= start && ended <= end) latencies.push(ended - began);
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, (_, client) => ask(client)));
  } finally {
    clearTimeout(starting);
    agent.destroy();
  }
  if (latencies.length === 0) throw new Error(`no request was answered within ${seconds} s: this machine is busy`);
  latencies.sort((a, b) => a - b);
  const at = (part: number): number => Math.round(latencies[Math.floor(latencies.length * part)]! * 10) / 10;
  const processor = processorAtStart === null ? null : (processorMs() ?? 0) - processorAtStart;
  return {
    perSecond: Math.round(latencies.length / seconds),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    processorMs: processor === null ? null : Math.round((processor / answered) * 100) / 100,
  };
}

function send(agent: Agent, url: string, headers: Record<string, string>, body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } });
    sent.once('error', reject);
    sent.once('response', (response) => buffer(response).then((answer) => resolve(answer.toString()), reject));
    sent.end(body);
  });
}

export const jsonBody = (query: string, variables: object = {}): Buffer =>
  Buffer.from(JSON.stringify({ query, variables }));

const BOUNDARY = 'rollcall-bench';
export const MULTIPART = {
  'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  'apollo-require-preflight': 'true',
};

/** A GraphQL multipart request with photos by the variables that they go to. */
export function multipartBody(query: string, variables: object, photos: Record<string, Buffer>): Buffer {
  const names = Object.keys(photos);
  const nulls = Object.fromEntries(names.map((name) => [name, null]));
  const map = Object.fromEntries(names.map((name, index) => [index, [`variables.${name}`]]));
  const field = (name: string, value: string): Buffer =>
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return Buffer.concat([
    field('operations', JSON.stringify({ query, variables: { ...variables, ...nulls } })),
    field('map', JSON.stringify(map)),
    ...names.flatMap((name, index) => [
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${index}"; filename="${name}.png"\r\n` +
          'Content-Type: image/png\r\n\r\n',
      ),
      photos[name]!,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}
