import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadConfig } from '../../config.js';
import { createRecognitionNode } from '../../recognition-node.js';
import { startEngine } from '../../wiring/engine.js';
import { createLogLines } from '../../testing/log-lines.js';
import type { DetectedFace } from '../face-engine.js';
import { decodePhoto } from '../photo.js';
import { WorkerFaceEngine } from '../worker-face-engine.js';

const demo = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

it(
  'gives over the wire, bit by bit, what the models of another node give in the process',
  { timeout: 120_000 },
  async () => {
    const { logger } = createLogLines();
    const RECOGNITION_SECRET = 'what-all-nodes-of-a-test-know-by-heart';
    const there = loadConfig({
      ROLES: 'recognition',
      RECOGNITION_PORT: '0',
      RECOGNITION_SECRET,
      RECOGNITION_WORKERS: '1',
    });
    const node = await createRecognitionNode(there, { logger });
    onTestFinished(() => node.stop());
    const RECOGNITION_URL = `http://127.0.0.1:${node.port}`;
    const remote = await startEngine(loadConfig({ ROLES: 'api,worker', RECOGNITION_URL, RECOGNITION_SECRET }), logger);
    onTestFinished(() => remote.stop());
    const local = await WorkerFaceEngine.start({ workers: 1, timeoutMs: 60_000 });
    onTestFinished(() => local.stop());

    const photo = await decodePhoto(await readFile(path.join(demo, 'sample1.jpg')));
    if (photo.outcome === 'refused') throw new Error(photo.message);
    const options = { second: true, passive: true };
    const [near, far] = await Promise.all([
      local.analyze(photo.pixels, options),
      remote.analyze(photo.pixels, options),
    ]);
    expect(near.length).toBeGreaterThan(2);
    const bits = (floats: Float32Array) => Buffer.from(new Uint8Array(floats.buffer)).toString('hex');
    const bitsOf = (faces: DetectedFace[]) =>
      faces.map(({ template, secondTemplate }) => bits(template) + bits(secondTemplate!));
    expect(bitsOf(far)).toEqual(bitsOf(near));
    expect(far).toEqual(near);
    const { landmarks } = near[0]!;
    expect(bits(await remote.describeAgain(photo.pixels, landmarks))).toBe(
      bits(await local.describeAgain(photo.pixels, landmarks)),
    );
    expect([remote.modelId, remote.secondModelId, remote.backend]).toEqual([
      local.modelId,
      local.secondModelId,
      local.backend,
    ]);
  },
);
