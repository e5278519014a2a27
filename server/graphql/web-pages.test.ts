import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { webPages } from './web-pages.js';

const BROWSER = { accept: 'text/html' };

async function serve() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Rollcall</title>');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'board-1a2b3c.js'), 'export {};');
  const server = express().use(webPages(folder)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return (path: string, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
}

it('what carries a hash is kept for ever, and is not there when it is of another version', async () => {
  const ask = await serve();
  const { status, headers } = await ask('/assets/board-1a2b3c.js');
  expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect((await ask('/assets/board-older.js', BROWSER)).status).toBe(404);
});

it.each(['/', '/employees/7', '/index.html', '/icon.svg'])(
  '%s is asked for anew, and sent again only when it has changed',
  async (path) => {
    const ask = await serve();
    const first = await ask(path, BROWSER);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=0']);
    // As a browser does; fetch says no-cache otherwise.
    const known = { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' };
    const again = await ask(path, { ...BROWSER, ...known });
    expect([again.status, await again.text()]).toEqual([304, '']);
  },
);

it('a path of the app is a page for a browser, and nothing for a program', async () => {
  const ask = await serve();
  expect(await (await ask('/employees/7', BROWSER)).text()).toBe('<title>Rollcall</title>');
  expect((await ask('/employees/7', { accept: 'application/json' })).status).toBe(404);
});
