import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the real program until it ends or has printed `until`; then tells it to stop with `signal`. */
async function run(env: NodeJS.ProcessEnv, until?: string, signal: NodeJS.Signals = 'SIGTERM') {
  const program = new URL('../../dist/server/main.js', import.meta.url).pathname;
  const server = spawn(process.execPath, [program], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent', ...env },
  });
  const output = { out: '', error: '' };
  server.stdout.on('data', (chunk: Buffer) => {
    output.out += chunk.toString();
    if (until && chunk.includes(until)) server.kill(signal);
  });
  server.stderr.on('data', (chunk: Buffer) => (output.error += chunk.toString()));
  const [code] = (await once(server, 'close')) as [number | null];
  return { code, ...output };
}

describe('a good start', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('prints what to open, and ends cleanly at %s', async (signal) => {
    const { code, out, error } = await run({}, 'Ctrl-C stops it.', signal);
    expect(out).toMatch(/Kiosk {6}http:\/\/localhost:\d+\/kiosk/);
    expect(out).toMatch(/http:\/\/localhost:\d+\/setup#setup_[\w-]{43}/);
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });

  it('keeps what it writes to itself', async () => {
    await run({}, 'Ctrl-C stops it.');
    for (const file of ['data', 'data/rollcall.db', 'data/template.key', 'Face Images']) {
      expect([file, statSync(join(folder, file)).mode & 0o077]).toEqual([file, 0]);
    }
  });
});

describe('a node that recognises for others alone', () => {
  const env = {
    ROLES: 'recognition',
    RECOGNITION_PORT: '0',
    RECOGNITION_SECRET: 'what-all-nodes-of-a-test-know-by-heart',
  };

  it('says where, ends cleanly, and keeps nothing', async () => {
    const { code, out, error } = await run(env, 'Ctrl-C stops it.');
    expect(out).toMatch(/Rollcall recognises for other nodes at port \d+ \(on \w+\)/);
    expect({ code, error, files: readdirSync(folder) }).toEqual({ code: 0, error: '', files: [] });
  });

  it('runs no command on data that it has not', async () => {
    const DATA_DIR = join(folder, 'data');
    for (const command of ['purge', 'pipeline', 'templates-rebuild']) {
      const { code, stderr } = await runCommand(command, [], { ...env, DATA_DIR });
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining('ROLES: this node has no data') as string,
      });
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('removes uploads that a crash has left', async () => {
  mkdirSync(join(folder, 'data/uploads'), { recursive: true });
  writeFileSync(join(folder, 'data/uploads/capacitor-1.tmp'), 'a photograph');
  await run({}, 'Ctrl-C stops it.');
  expect(readdirSync(join(folder, 'data/uploads'))).toEqual([]);
});

describe('what is wrong is one plain line', () => {
  it('for a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, error } = await run({ PORT: String(port) });
    other.close();
    expect({ code, error }).toEqual({
      code: 1,
      error: `Rollcall cannot start. PORT: ${port} is in use by another program. Stop that, or set PORT to another number.\n`,
    });
  });

  it('for each bad setting, all at once', async () => {
    const { code, error } = await run({ PORT: 'many', TIME_ZONE: 'Mars/Olympus', ADMIN_EMAIL: 'a@example.org' });
    expect(code).toBe(1);
    expect(error.trim().split('\n')).toEqual([
      expect.stringMatching(/^Rollcall cannot start\. PORT: /) as string,
      'Rollcall cannot start. TIME_ZONE: must be an IANA time zone such as Europe/Berlin',
      'Rollcall cannot start. ADMIN_EMAIL and ADMIN_PASSWORD: set both or neither',
    ]);
  });

  it('for folders that cannot be written to', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    mkdirSync(join(folder, 'data3/instance.lock'), { recursive: true });
    const lines = await Promise.all([
      run({ DATA_DIR: 'a-file/data' }),
      run({ DATA_DIR: 'data3' }),
      run({ FACE_IMAGES_DIR: 'a-file/photos', DATA_DIR: 'data2' }),
    ]);
    expect(lines.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(lines[0].error).toMatch(/^Rollcall cannot start\. DATA_DIR: cannot .*\n$/);
    expect(lines[1].error).toMatch(/^Rollcall cannot start\. DATA_DIR: cannot .*\n$/);
    expect(lines[2].error).toMatch(/^Rollcall cannot start\. FACE_IMAGES_DIR: cannot .*\n$/);
  });

  it('for a key that others can read, and one that is damaged', async () => {
    await run({}, 'Ctrl-C stops it.');
    chmodSync(join(folder, 'data/template.key'), 0o644);
    expect((await run({})).error).toMatch(/^Rollcall cannot start\. .* can be read by others\. Run: chmod 600 .*\n$/);
    chmodSync(join(folder, 'data/template.key'), 0o600);
    writeFileSync(join(folder, 'data/template.key'), 'short');
    expect((await run({})).error).toMatch(/^Rollcall cannot start\. .* is damaged.*\n$/);
  });

  it('for a second one on the same data', async () => {
    const program = new URL('../../dist/server/main.js', import.meta.url).pathname;
    const first = spawn(process.execPath, [program], {
      cwd: folder,
      env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent' },
    });
    await once(first.stdout, 'data');
    const second = await run({});
    first.kill('SIGTERM');
    await once(first, 'close');
    expect(second.code).toBe(1);
    expect(second.error).toMatch(/^Rollcall cannot start\. Rollcall is running already with the data in .*\n$/);
  });
});
