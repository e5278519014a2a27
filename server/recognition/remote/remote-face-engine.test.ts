import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { presentScope, inScope } from '../../request-scope.js';
import { FakeFaceEngine } from '../../testing/fake-face-engine.js';
import { createLogLines } from '../../testing/log-lines.js';
import {
  EngineAbandonedError,
  EngineBusyError,
  EngineFailedError,
  EngineStoppedError,
  EngineTimeoutError,
  EngineUnreachableError,
} from '../engine-errors.js';
import type { FaceEngine, PixelImage } from '../face-engine.js';
import { serveEngine } from './engine-server.js';
import { RemoteFaceEngine, type RemoteFaceEngineOptions } from './remote-face-engine.js';

// Real HTTP between them; behind the nodes is a fake engine, or one that does what a test wants.

const SECRET = 'what-all-nodes-of-a-test-know-by-heart';
const models = { modelId: 'fake-engine', secondModelId: 'fake-second' };

/** A person of the fake engine: their colour, everywhere. */
const photo = (person = 3, side = 128): PixelImage => {
  const data = new Uint8Array(side * side * 3);
  for (let at = 0; at < data.length; at += 3) data[at] = person * 8;
  return { data, width: side, height: side };
};

interface Node {
  url: string;
  port: number;
  lines: Record<string, unknown>[];
  stop(): Promise<void>;
}

async function startNode(options: Partial<Parameters<typeof serveEngine>[0]> = {}): Promise<Node> {
  const { logger, lines } = createLogLines();
  const { port, stop } = await serveEngine({
    engine: new FakeFaceEngine(),
    isReady: () => true,
    port: 0,
    host: '127.0.0.1',
    secret: SECRET,
    logger,
    ...options,
  });
  onTestFinished(() => stop());
  return { url: `http://127.0.0.1:${port}`, port, lines, stop };
}

async function connectTo(urls: string[], options: Partial<RemoteFaceEngineOptions> = {}) {
  const { logger, lines } = createLogLines();
  const engine = await RemoteFaceEngine.connect({ urls, secret: SECRET, models, logger, ...options });
  onTestFinished(() => engine.stop());
  return { engine, lines };
}

/** An engine that does this with each photo. */
function engineThat(analyze: () => Promise<never[]>): FaceEngine & { asked: number } {
  const fake = new FakeFaceEngine();
  return Object.assign(fake, {
    asked: 0,
    analyze() {
      this.asked++;
      return analyze();
    },
  });
}

const busy = () => engineThat(() => Promise.reject(new EngineBusyError()));
/** Begins and never ends; `begun` resolves with the scope of the photo. */
function endless() {
  let begin!: (scope: ReturnType<typeof presentScope>) => void;
  const begun = new Promise<ReturnType<typeof presentScope>>((resolve) => (begin = resolve));
  const engine = engineThat(() => {
    begin(presentScope());
    return new Promise(() => undefined);
  });
  return { engine, begun };
}

const aborted = (signal: AbortSignal) => signal.aborted || once(signal, 'abort');

/** Nobody listens there. */
async function deadUrl(): Promise<string> {
  const node = await startNode();
  await node.stop();
  return node.url;
}

/** Between a server and its node: what connections there are. */
async function startTunnel(port: number) {
  const open = new Set<Socket>();
  let opened = 0;
  let sent = 0;
  const tunnel = createServer((socket) => {
    opened++;
    open.add(socket);
    const far = connect(port, '127.0.0.1');
    socket.on('data', (bytes) => (sent += bytes.length));
    socket.pipe(far).pipe(socket);
    socket.on('close', () => far.destroy());
    for (const each of [socket, far]) each.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => tunnel.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    open.forEach((socket) => socket.destroy());
    tunnel.close();
  });
  return {
    url: `http://127.0.0.1:${(tunnel.address() as AddressInfo).port}`,
    countOpened: () => opened,
    /** Bytes to the node. */
    countSent: () => sent,
    /** As a node does that is restarted. */
    reset: () => open.forEach((socket) => socket.resetAndDestroy()),
  };
}

describe('RemoteFaceEngine', () => {
  it('finds what the engine of the node finds', async () => {
    const local = new FakeFaceEngine();
    const { engine } = await connectTo([(await startNode()).url]);
    expect([engine.modelId, engine.secondModelId, engine.backend]).toEqual(['fake-engine', 'fake-second', 'wasm']);
    for (const options of [{}, { second: true }, { passive: true }, { second: true, passive: true }]) {
      expect(await engine.analyze(photo(), options)).toEqual(await local.analyze(photo(), options));
    }
    expect(await engine.analyze(photo(0))).toEqual([]);
    const landmarks = [{ x: 5, y: 7 }];
    expect(await engine.describeAgain(photo(4), landmarks)).toEqual(await local.describeAgain(photo(4), landmarks));
  });

  it('takes the largest photo that there is', async () => {
    const { engine } = await connectTo([(await startNode()).url]);
    expect(await engine.analyze(photo(3, 1280))).toHaveLength(1);
  });

  it('asks another node where one is down, says so once, and uses it again when it is back', async () => {
    const [down, up] = [await startNode(), await startNode()];
    await down.stop();
    const { engine, lines } = await connectTo([down.url, up.url]);
    for (let photos = 0; photos < 4; photos++) expect(await engine.analyze(photo())).toHaveLength(1);
    expect(engine.countNodes()).toEqual({ up: 1, down: 1 });
    expect(lines).toMatchObject([{ node: down.url, msg: 'a node that recognises cannot be used' }]);

    await startNode({ port: down.port });
    await up.stop();
    expect(await engine.analyze(photo())).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({ node: down.url, msg: 'a node that recognises is back' });
  });

  it('asks for another try where all nodes are down', async () => {
    const node = await startNode();
    const { engine } = await connectTo([node.url]);
    await node.stop();
    await expect(engine.analyze(photo())).rejects.toThrow(EngineUnreachableError);
    await expect(engine.analyze(photo())).rejects.toMatchObject({ code: 'BUSY' });
  });

  it('asks another node where one is busy, and no third one', async () => {
    const free = await startNode();
    const engines = [busy(), busy(), busy()];
    const nodes = await Promise.all(engines.map((engine) => startNode({ engine })));
    const { engine } = await connectTo([nodes[0]!.url, free.url]);
    for (let photos = 0; photos < 4; photos++) expect(await engine.analyze(photo())).toHaveLength(1);
    expect(engine.countNodes()).toEqual({ up: 2, down: 0 });

    const { engine: other } = await connectTo(nodes.map(({ url }) => url));
    const before = engines.reduce((sum, { asked }) => sum + asked, 0);
    await expect(other.analyze(photo())).rejects.toThrow(EngineBusyError);
    expect(engines.reduce((sum, { asked }) => sum + asked, 0)).toBe(before + 2);
  });

  it('says busy where one node is busy and the other one down', async () => {
    const { engine } = await connectTo([await deadUrl(), (await startNode({ engine: busy() })).url]);
    await expect(engine.analyze(photo())).rejects.toThrow(EngineBusyError);
  });

  it('gives photos to the node that has the fewest of them', async () => {
    const { engine: stuck, begun } = endless();
    const [slow, fast] = [await startNode({ engine: stuck }), await startNode()];
    const { engine } = await connectTo([slow.url, fast.url]);
    const waiting = engine.analyze(photo());
    waiting.catch(() => undefined);
    await begun;
    for (let photos = 0; photos < 4; photos++) expect(await engine.analyze(photo())).toHaveLength(1);
    expect(stuck.asked).toBe(1);
  });

  it('gives up a photo that takes too long, and the node lets go of it', async () => {
    const { engine: stuck, begun } = endless();
    const { engine } = await connectTo([(await startNode({ engine: stuck })).url], { timeoutMs: 100 });
    await expect(engine.analyze(photo())).rejects.toThrow(EngineTimeoutError);
    await aborted((await begun)!.signal);
  });

  it('hands on that a node took too long, or broke down, without asking another one', async () => {
    const other = engineThat(() => Promise.resolve([]));
    const failing = engineThat(() => Promise.reject(new EngineFailedError(new Error('no such tensor'))));
    const late = engineThat(() => Promise.reject(new EngineTimeoutError(1)));
    for (const [bad, expected] of [
      [failing, EngineFailedError],
      [late, EngineTimeoutError],
    ] as const) {
      const { engine } = await connectTo([
        (await startNode({ engine: bad })).url,
        (await startNode({ engine: other })).url,
      ]);
      await expect(engine.analyze(photo())).rejects.toThrow(expected);
    }
    expect(other.asked).toBe(0);
  });

  it('leaves what broke down in the log of the node, by the number of the request, without the photo', async () => {
    const engine = engineThat(() => Promise.reject(new EngineFailedError(new Error('no such tensor'))));
    const node = await startNode({ engine });
    const remote = await connectTo([node.url]);
    const scope = { id: 'request-7', signal: new AbortController().signal };
    await expect(inScope(scope, () => remote.engine.analyze(photo()))).rejects.toThrow(EngineFailedError);
    expect(node.lines).toMatchObject([
      { requestId: 'request-7', msg: 'a photo of another node could not be analysed' },
    ]);
    expect(JSON.stringify([node.lines, remote.lines])).not.toContain(SECRET);
    expect(JSON.stringify(node.lines).length).toBeLessThan(5_000);
  });

  it('gives up at once when the request is over, and the node lets go of the photo', async () => {
    const { engine: stuck, begun } = endless();
    const { engine } = await connectTo([(await startNode({ engine: stuck })).url]);
    const request = new AbortController();
    const scope = { id: 'gone', signal: request.signal };
    const waiting = inScope(scope, () => engine.analyze(photo()));
    const there = (await begun)!;
    request.abort();
    await expect(waiting).rejects.toThrow(EngineAbandonedError);
    await aborted(there.signal);
    await expect(inScope(scope, () => engine.analyze(photo()))).rejects.toThrow(EngineAbandonedError);
    expect(stuck.asked).toBe(1);
  });

  it('refuses photos when it has been stopped, also those under way', async () => {
    const { engine: stuck, begun } = endless();
    const { engine } = await connectTo([(await startNode({ engine: stuck })).url]);
    const waiting = engine.analyze(photo());
    await Promise.all([expect(waiting).rejects.toThrow(EngineStoppedError), begun.then(() => engine.stop())]);
    await expect(engine.analyze(photo())).rejects.toThrow(EngineStoppedError);
  });

  it('goes to another node where one takes connections and says nothing', async () => {
    const hung = createServer(() => undefined);
    await new Promise<void>((resolve) => hung.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void hung.close());
    const urls = [`http://127.0.0.1:${(hung.address() as AddressInfo).port}`, (await startNode()).url];
    const { engine, lines } = await connectTo(urls, { takeTimeoutMs: 100 });
    expect(await engine.analyze(photo())).toHaveLength(1);
    expect(await engine.analyze(photo())).toHaveLength(1);
    expect(lines).toMatchObject([{ node: urls[0], why: expect.stringContaining('no word within 100 ms') as string }]);
  });

  it('keeps its connection, and opens another one where that was closed meanwhile', async () => {
    const tunnel = await startTunnel((await startNode()).port);
    const { engine, lines } = await connectTo([tunnel.url]);
    for (let photos = 0; photos < 3; photos++) expect(await engine.analyze(photo())).toHaveLength(1);
    expect(tunnel.countOpened()).toBe(1);
    tunnel.reset();
    expect(await engine.analyze(photo())).toHaveLength(1);
    expect(tunnel.countOpened()).toBe(2);
    expect(lines).toEqual([]);
  });

  it('does not start where a node knows another secret, and tells nobody either of them', async () => {
    const secret = 'another-secret-that-has-32-characters';
    const urls = [(await startNode()).url, (await startNode({ secret })).url];
    const refused = connectTo(urls);
    await expect(refused).rejects.toThrow(`RECOGNITION_SECRET: ${urls[1]} knows another secret.`);
    await expect(refused).rejects.not.toThrow(new RegExp(`${secret}|${SECRET}`));
  });

  it('does not start where a node runs other models', async () => {
    const engine = Object.assign(new FakeFaceEngine(), { modelId: 'older' });
    const urls = [(await startNode()).url, (await startNode({ engine })).url];
    await expect(connectTo(urls)).rejects.toThrow(
      `RECOGNITION_URL: ${urls[1]} runs older fake-second, here fake-engine fake-second are wanted.`,
    );
  });

  it('uses no node that comes back with other models or another secret, and says so as an error', async () => {
    const changed = [
      { engine: Object.assign(new FakeFaceEngine(), { modelId: 'older' }) },
      { secret: 'another-secret-that-has-32-characters' },
    ];
    for (const change of changed) {
      const [node, other] = [await startNode(), await startNode()];
      const { engine, lines } = await connectTo([node.url, other.url]);
      await node.stop();
      await startNode({ port: node.port, ...change });
      for (let photos = 0; photos < 2; photos++) expect(await engine.analyze(photo())).toHaveLength(1);
      expect(lines).toMatchObject([{ level: 50, node: node.url, msg: 'a node that recognises is refused' }]);
      await other.stop();
      await expect(engine.analyze(photo())).rejects.toThrow(EngineUnreachableError);
    }
  });

  it('waits at its start for a node that is not warm yet, but not for ever', async () => {
    const { port, url, stop } = await startNode();
    await stop();
    const connecting = connectTo([url]);
    await startNode({ port });
    expect(await (await connecting).engine.analyze(photo())).toHaveLength(1);
    await expect(connectTo([await deadUrl()], { startTimeoutMs: 0 })).rejects.toThrow('RECOGNITION_URL: http://');
  });
});

describe('a node that recognises', () => {
  const call = ({ url }: Node, path: string, init: RequestInit = {}) => fetch(`${url}${path}`, init);
  const known = { authorization: `Bearer ${SECRET}`, 'rollcall-models': 'fake-engine fake-second' };
  const nonsense = Uint8Array.of(1, 2, 3, 4, 5);
  const task = (node: Node, headers: Record<string, string>, body: Uint8Array<ArrayBuffer>) =>
    call(node, '/v1/task', { method: 'POST', headers, body });

  it('tells everybody whether it lives and is warm, and nothing else', async () => {
    let isWarm = true;
    const node = await startNode({ isReady: () => isWarm });
    expect((await call(node, '/livez')).status).toBe(200);
    expect(await (await call(node, '/readyz')).json()).toEqual({ status: 'ready' });
    isWarm = false;
    expect((await call(node, '/readyz')).status).toBe(503);
    expect((await call(node, '/graphql')).status).toBe(404);
    expect(await (await call(node, '/v1/facts')).json()).toEqual({ error: 'UNAUTHORIZED' });
  });

  it.each<[string, number, Record<string, string>, Uint8Array<ArrayBuffer>]>([
    ['without the secret', 401, {}, nonsense],
    ['with another secret', 401, { ...known, authorization: `Bearer ${SECRET}x` }, nonsense],
    ['for other models', 409, { ...known, 'rollcall-models': 'older fake-second' }, nonsense],
    ['that is none', 400, known, nonsense],
    ['that is too large', 413, known, new Uint8Array(5_000_000)],
  ])('refuses a task %s', async (_what, status, headers, body) => {
    expect((await task(await startNode(), headers, body)).status).toBe(status);
  });

  it('takes no photo while too many are under way: it is not even sent', async () => {
    const { engine: stuck, begun } = endless();
    const node = await startNode({ engine: stuck, maxUnderWay: 1 });
    const tunnel = await startTunnel(node.port);
    const { engine } = await connectTo([tunnel.url]);
    engine.analyze(photo()).catch(() => undefined);
    await begun;
    const before = tunnel.countSent();
    await expect(engine.analyze(photo())).rejects.toThrow(EngineBusyError);
    expect(before).toBeGreaterThan(photo().data.length);
    expect(tunnel.countSent() - before).toBeLessThan(1_000);
  });

  it('finishes the photo under way when it is stopped, and takes no other', async () => {
    let finish!: (faces: never[]) => void;
    let begin!: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const engine = engineThat(() => {
      begin();
      return new Promise<never[]>((resolve) => (finish = resolve));
    });
    const node = await startNode({ engine });
    const remote = await connectTo([node.url]);
    const answer = remote.engine.analyze(photo());
    await begun;
    const stopped = node.stop();
    await expect(remote.engine.analyze(photo())).rejects.toThrow(EngineUnreachableError);
    finish([]);
    expect(await answer).toEqual([]);
    await stopped;
  });
});
