import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below those that the system gives to outgoing connections, so that a server finds its own free when it starts again.
 * Each worker of the tests has its own: one that was found free is taken seconds later by a server that starts slowly.
 */
const COUNT = 100;
const FIRST = 22_000 + COUNT * (Number(process.env.VITEST_POOL_ID ?? 0) % 100);
const taken = new Set<number>();

/** A port of this machine that nobody listens on; another one at each call. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < COUNT; tries++) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (taken.has(port) || !(await isFree(port))) continue;
    taken.add(port);
    return port;
  }
  throw new Error(`no port from ${FIRST} to ${FIRST + COUNT - 1} is free`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
