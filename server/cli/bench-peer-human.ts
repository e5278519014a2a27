import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import sharp from 'sharp';
import { startBackend } from '../recognition/tfjs-backend.js';

/** The part of the human package that is used here; it exports no types for this build. */
interface HumanModule {
  Human: new (config: object) => {
    load(): Promise<void>;
    detect(input: tf.Tensor): Promise<{ face: unknown[]; error?: string }>;
  };
}

/** The human package: detector, mesh, descriptor, antispoof and liveness, for every face of the photo. */
export async function loadHuman(): Promise<(jpeg: Buffer) => Promise<number>> {
  await startBackend();
  readFilesByFetch();
  const { resolve } = createRequire(import.meta.url);
  // Its `exports` hides this build: it is found by its path.
  const dist = path.dirname(resolve('@vladmandic/human'));
  const { Human } = createRequire(import.meta.url)(path.join(dist, 'human.node-wasm.js')) as HumanModule;
  const off = { enabled: false };
  const human = new Human({
    backend: 'wasm',
    wasmPath: path.dirname(resolve('@tensorflow/tfjs-backend-wasm')) + path.sep,
    modelBasePath: `file://${path.join(dist, '..', 'models')}/`,
    debug: false,
    cacheSensitivity: 0,
    skipAllowed: false,
    filter: off,
    face: {
      enabled: true,
      detector: { maxDetected: 6, rotation: false },
      mesh: { enabled: true },
      description: { enabled: true },
      antispoof: { enabled: true },
      liveness: { enabled: true },
      iris: off,
      emotion: off,
    },
    body: off,
    hand: off,
    object: off,
    gesture: off,
    segmentation: off,
  });
  await human.load();
  return async (jpeg) => {
    const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const pixels = tf.tensor4d(Float32Array.from(data), [1, info.height, info.width, 3]);
    const { face, error } = await human.detect(pixels);
    pixels.dispose();
    if (error) throw new Error(`human: ${error}`);
    return face.length;
  };
}

/** It loads its models by `fetch`, which knows no files in Node. */
function readFilesByFetch(): void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return url.startsWith('file:') ? new Response(await readFile(fileURLToPath(url))) : original(input, init);
  };
}
