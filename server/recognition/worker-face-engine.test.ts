import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inScope } from '../request-scope.js';
import {
  EngineAbandonedError,
  EngineBusyError,
  EngineFailedError,
  EngineStoppedError,
  EngineTimeoutError,
} from './engine-errors.js';
import type { PixelImage } from './face-engine.js';
import { WorkerFaceEngine, type WorkerFaceEngineOptions } from './worker-face-engine.js';

/** What the thread below does with a photo is in its first byte. */
const ANSWER = 0;
const EXIT = 1;
const HANG = 2;
const THROW = 3;
const FAIL = 4;

const program = (start: string) => new URL(`data:text/javascript,${encodeURIComponent(start)}`);
const obedient = program(`
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ id, task: { kind, image, landmarks } }) => {
    const reply = (answer) => parentPort.postMessage({ kind: 'done', id, answer, tensorCount: 7 });
    if (kind === 'describeAgain') return reply(new Float32Array(1024).fill(landmarks.length));
    const face = { box: { x: threadId, y: 0, width: image.width, height: image.height }, detectionScore: image.data[1] / 100 };
    const act = [
      () => reply([{ ...face, template: new Float32Array(128).fill(0.5) }]),
      () => process.exit(3),
      () => undefined,
      () => { throw new Error('thrown in the thread'); },
      () => parentPort.postMessage({ kind: 'failed', id, cause: 'no such tensor' }),
    ];
    act[image.data[0]]();
  });
  parentPort.postMessage({ kind: 'ready', facts: { modelId: 'fake-1', secondModelId: 'fake-2', backend: 'wasm' } });
`);

const photo = (act: number, mark = 0): PixelImage => ({ data: Uint8Array.of(act, mark, 0), width: 1, height: 1 });

describe('WorkerFaceEngine', () => {
  const engines: WorkerFaceEngine[] = [];
  const start = async (options: WorkerFaceEngineOptions = {}): Promise<WorkerFaceEngine> => {
    const engine = await WorkerFaceEngine.start({ threadUrl: obedient, workers: 1, ...options });
    engines.push(engine);
    return engine;
  };
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  });

  it('is ready with the model and backend of its thread', async () => {
    const engine = await start();
    expect([engine.modelId, engine.secondModelId, engine.backend]).toEqual(['fake-1', 'fake-2', 'wasm']);
  });

  it('answers each photo with its own faces, and leaves the pixels to the caller', async () => {
    const engine = await start();
    const photos = [photo(ANSWER, 10), photo(ANSWER, 20), photo(ANSWER, 30)];
    const answers = await Promise.all(photos.map((image) => engine.analyze(image)));
    expect(answers.map(([face]) => face?.detectionScore)).toEqual([0.1, 0.2, 0.3]);
    expect(answers[0]?.[0]?.template).toEqual(new Float32Array(128).fill(0.5));
    expect(photos.map(({ data }) => data.length)).toEqual([3, 3, 3]);
    expect(engine.load).toBe(0);
  });

  it('refuses a photo when as many wait as may, and takes those', async () => {
    const engine = await start({ maxQueued: 2 });
    const taken = [photo(HANG), photo(ANSWER), photo(ANSWER)].map((image) => engine.analyze(image));
    expect(engine.load).toBe(3);
    await expect(engine.analyze(photo(ANSWER))).rejects.toBeInstanceOf(EngineBusyError);
    const ends = taken.map((answer) => expect(answer).rejects.toBeInstanceOf(EngineStoppedError));
    await engine.stop();
    await Promise.all(ends);
  });

  it('gives up a photo that takes too long, and serves the next with a new thread', async () => {
    const lost: unknown[] = [];
    const engine = await start({ timeoutMs: 1_500, onThreadLost: (cause) => lost.push(cause) });
    const [before] = await engine.analyze(photo(ANSWER));
    await expect(engine.analyze(photo(HANG))).rejects.toBeInstanceOf(EngineTimeoutError);
    const [after] = await engine.analyze(photo(ANSWER));
    expect(after?.box.x).not.toBe(before?.box.x);
    expect(lost).toEqual([expect.any(EngineTimeoutError)]);
  });

  it('drops a waiting photo at once when nobody waits for it any more, and takes none for them', async () => {
    const engine = await start();
    const gone = new AbortController();
    const forWhoeverHasGone = (image: PixelImage) =>
      inScope({ id: 'request', signal: gone.signal }, () => engine.analyze(image));
    const atWork = engine.analyze(photo(HANG));
    const dropped = forWhoeverHasGone(photo(ANSWER));
    expect(engine.load).toBe(2);
    gone.abort();
    await expect(dropped).rejects.toBeInstanceOf(EngineAbandonedError);
    expect(engine.load).toBe(1);
    await expect(forWhoeverHasGone(photo(ANSWER))).rejects.toBeInstanceOf(EngineAbandonedError);
    const end = expect(atWork).rejects.toBeInstanceOf(EngineStoppedError);
    await engine.stop();
    await end;
  });

  it('gives up a photo whose turn does not come in time', async () => {
    const engine = await start({ timeoutMs: 200 });
    const first = expect(engine.analyze(photo(HANG))).rejects.toBeInstanceOf(EngineTimeoutError);
    await expect(engine.analyze(photo(ANSWER))).rejects.toBeInstanceOf(EngineTimeoutError);
    await first;
  });

  it.each([
    ['ends', EXIT],
    ['throws', THROW],
  ])('refuses the photo over which two threads %s, and serves those who wait with a new one', async (_, act) => {
    const lost: unknown[] = [];
    const engine = await start({ onThreadLost: (cause) => lost.push(cause) });
    const [broken, waiting] = [engine.analyze(photo(act)), engine.analyze(photo(ANSWER, 7))];
    await expect(broken).rejects.toBeInstanceOf(EngineFailedError);
    expect((await waiting)[0]?.detectionScore).toBe(0.07);
    expect(lost).toHaveLength(2);
  });

  it('tries a photo once more when its thread was lost under it', async () => {
    const endsAtItsFirst = program(`
      import { parentPort, threadId } from 'node:worker_threads';
      import { existsSync, writeFileSync } from 'node:fs';
      const mark = ${JSON.stringify(path.join(tmpdir(), `lost-${randomUUID()}`))};
      parentPort.on('message', ({ id }) => {
        if (!existsSync(mark)) { writeFileSync(mark, ''); process.exit(1); }
        parentPort.postMessage({ kind: 'done', id, answer: [], tensorCount: 1 });
      });
      parentPort.postMessage({ kind: 'ready', facts: { modelId: 'a', secondModelId: 'b', backend: 'wasm' } });
    `);
    const lost: unknown[] = [];
    const engine = await start({ threadUrl: endsAtItsFirst, onThreadLost: (cause) => lost.push(cause) });
    expect(await engine.analyze(photo(ANSWER))).toEqual([]);
    expect(lost).toEqual([expect.any(EngineFailedError)]);
  });

  it('serves others with one worker while the other hangs', async () => {
    const engine = await start({ workers: 2 });
    await expect.poll(() => engine.workers).toBe(2);
    const hanging = expect(engine.analyze(photo(HANG))).rejects.toBeInstanceOf(EngineStoppedError);
    const answers = await Promise.all([1, 2, 3].map((mark) => engine.analyze(photo(ANSWER, mark))));
    expect(answers.map(([face]) => face?.detectionScore)).toEqual([0.01, 0.02, 0.03]);
    await engine.stop();
    await hanging;
  });

  it('works on two photos at once with two workers', async () => {
    // Each thread answers only once the other one is at work too.
    const together = program(`
      import { BroadcastChannel, parentPort, threadId } from 'node:worker_threads';
      const channel = new BroadcastChannel(${JSON.stringify(randomUUID())});
      let mine = null, met = false;
      const meet = () => {
        if (mine === null || !met) return;
        parentPort.postMessage({ kind: 'done', id: mine, answer: [{ box: { x: threadId } }], tensorCount: 1 });
        mine = null;
      };
      channel.onmessage = ({ data }) => { met = true; if (data === 'here' && mine !== null) channel.postMessage('you too'); meet(); };
      parentPort.on('message', ({ id }) => { mine = id; channel.postMessage('here'); meet(); });
      parentPort.postMessage({ kind: 'ready', facts: { modelId: 'a', secondModelId: 'b', backend: 'wasm' } });
    `);
    const engine = await start({ threadUrl: together, workers: 2 });
    await expect.poll(() => engine.workers).toBe(2);
    const answers = await Promise.all([engine.analyze(photo(ANSWER)), engine.analyze(photo(ANSWER))]);
    expect(new Set(answers.map(([face]) => face?.box.x)).size).toBe(2);
  });

  it('replaces a worker that is lost, while the other goes on', async () => {
    const engine = await start({ workers: 2 });
    await expect.poll(() => engine.workers).toBe(2);
    await expect(engine.analyze(photo(EXIT))).rejects.toBeInstanceOf(EngineFailedError);
    expect((await engine.analyze(photo(ANSWER, 5)))[0]?.detectionScore).toBe(0.05);
    await expect.poll(() => engine.workers).toBe(2);
  });

  it('gives a second opinion', async () => {
    const engine = await start();
    const landmarks = [{ x: 1, y: 2 }];
    expect(await engine.describeAgain(photo(ANSWER), landmarks)).toEqual(new Float32Array(1024).fill(1));
  });

  it('knows how many tensors its threads hold', async () => {
    const engine = await start();
    await engine.analyze(photo(ANSWER));
    expect(engine.tensorCounts).toEqual([7]);
  });

  it('keeps the thread when the engine in it fails over one photo, and says why in the cause', async () => {
    const engine = await start();
    const [before] = await engine.analyze(photo(ANSWER));
    await expect(engine.analyze(photo(FAIL))).rejects.toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      cause: expect.objectContaining({ message: 'no such tensor' }),
    });
    const [after] = await engine.analyze(photo(ANSWER));
    expect(after?.box.x).toBe(before?.box.x);
  });

  it('takes no photo once it is stopped', async () => {
    const engine = await start();
    await engine.stop();
    await expect(engine.analyze(photo(ANSWER))).rejects.toBeInstanceOf(EngineStoppedError);
  });

  it.each([
    [
      'says that it is unusable',
      `import { parentPort } from 'node:worker_threads';
      parentPort.postMessage({ kind: 'unusable', cause: 'weights are missing' })`,
      'weights are missing',
    ],
    ['throws', `throw new Error('bad start')`, 'bad start'],
    ['ends', `process.exit(4)`, 'code 4'],
    [
      'does not become ready in time',
      `import 'node:worker_threads'; setInterval(() => undefined, 1000)`,
      'not ready within',
    ],
  ])('does not start with a thread that %s', async (_, source, words) => {
    const starting = WorkerFaceEngine.start({ workers: 1, threadUrl: program(source), startTimeoutMs: 500 });
    await expect(starting).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringContaining(words) }),
    });
  });
});
