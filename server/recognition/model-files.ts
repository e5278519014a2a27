import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Encoder and alignment. Change it with either: templates made before are of no use with what is made after. */
export const MODEL_ID = 'face-api-resnet128-chip1';

/** SHA-256 of the weights and manifests in `model/` of @vladmandic/face-api 1.7.15; other bytes are refused. */
const SHA256_OF = {
  ssd_mobilenetv1_model: {
    weights: '2835640602d53718aa6ae9a42896327eaa21beefed056c218d32ca7d79e1e2f8',
    manifest: '888f744dffbc84f5f060d1f8427d9742341943a2dfaaf9205d10029b7e7a2955',
  },
  face_landmark_68_model: {
    weights: '4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b',
    manifest: 'ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9',
  },
  face_recognition_model: {
    weights: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
    manifest: 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
  },
} as const;

export type ModelName = keyof typeof SHA256_OF;

export interface ModelFiles {
  /** The manifest, JSON as TensorFlow.js defines it. */
  manifest: unknown;
  weights: ArrayBuffer;
}

/** The folder of weights in the installed package. */
export function shippedModelFolder(): string {
  const packageFile = createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json');
  return path.join(path.dirname(packageFile), 'model');
}

/** Reads one model and checks every byte of it. Throws, naming the file, when one is missing or not the pinned one. */
export async function readModelFiles(model: ModelName, folder: string): Promise<ModelFiles> {
  const expected = SHA256_OF[model];
  const manifest = await readPinned(path.join(folder, `${model}-weights_manifest.json`), expected.manifest);
  const weights = await readPinned(path.join(folder, `${model}.bin`), expected.weights);
  return { manifest: JSON.parse(manifest.toString('utf8')), weights: new Uint8Array(weights).buffer };
}

async function readPinned(file: string, expected: string): Promise<Buffer> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(`The face model file ${path.basename(file)} cannot be read. Install the packages anew: npm ci`, {
      cause,
    });
  });
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === expected) return bytes;
  throw new Error(
    `The face model file ${path.basename(file)} is not the one that was tested (SHA-256 ${actual}, expected ${expected}). ` +
      'Install the packages anew: npm ci',
  );
}
