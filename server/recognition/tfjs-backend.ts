import { createRequire } from 'node:module';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { FaceEngine } from './face-engine.js';

/** An optional dependency: where its native library could not be fetched, it is not installed. */
const NATIVE_PACKAGE: string = '@tensorflow/tfjs-node';

/**
 * Native TensorFlow where it is installed and works, WebAssembly everywhere else. Never the plain JavaScript backend,
 * which is 60 times slower: throws when neither can be had.
 */
export async function startBackend(): Promise<FaceEngine['backend']> {
  if (await startNative()) return 'tensorflow';
  await startWasm();
  return 'wasm';
}

/** False when the package is absent, or present and unable to compute (it is on Node 23 and later). */
async function startNative(): Promise<boolean> {
  try {
    await import(NATIVE_PACKAGE);
    return (await tf.setBackend('tensorflow')) && computes();
  } catch {
    return false;
  }
}

async function startWasm(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(path.dirname(entry) + path.sep);
  // In Node its threads do not run in parallel whatever is set: one engine a worker thread does.
  setThreadsCount(1);
  const started = await tf.setBackend('wasm');
  if (!started || tf.getBackend() !== 'wasm' || !computes()) {
    throw new Error('The WebAssembly backend of TensorFlow.js does not start. Install the packages anew: npm ci');
  }
}

const computes = (): boolean => tf.tidy(() => tf.matMul([[1, 2]], [[3], [4]]).dataSync()[0] === 11);
