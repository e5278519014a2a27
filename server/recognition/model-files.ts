import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Encoder and alignment. Change it with either: templates made before are of no use with what is made after. */
export const MODEL_ID = 'face-api-resnet128-chip2';
/** The same for the second encoder, and for the light of its input. */
export const SECOND_MODEL_ID = 'human-faceres1024-chip2';

interface Pinned {
  /** SHA-256. */
  weights: string;
  /** SHA-256. */
  manifest: string;
}

/** In `model/` of @vladmandic/face-api 1.7.15: weights with a manifest. Other bytes are refused. */
const FACE_API_MODELS = {
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
} as const satisfies Record<string, Pinned>;

/** In `models/` of @vladmandic/human 3.3.6: graph models. Other bytes are refused. */
const HUMAN_MODELS = {
  blazeface: {
    weights: 'dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72',
    manifest: 'cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f',
  },
  facemesh: {
    weights: '3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b',
    manifest: 'b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7',
  },
  faceres: {
    weights: '2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b',
    manifest: '5b83d49c0385d2e68a05122441b94226313677cae9fcc40b9587ad50079eb4df',
  },
  antispoof: {
    weights: '4490fecb2becdb6869edc7e60f5e59962be013a8def8719b1373afb0f905c094',
    manifest: '7fd698ae1cebabbcad79d3b8b448587b0365eb7911987418231bdcf36583112a',
  },
  liveness: {
    weights: 'fc6a6b6b3b9721bdb8bff67a457a15b7cbfd81715cfb27f3e65b757e81dd663e',
    manifest: '9e51c8acf83b80abbf329b2735309ab5c90611c66905ade8b1bd130d473df9c8',
  },
} as const satisfies Record<string, Pinned>;

/** Nets of face-api, which wants their weights alone. */
export type NetName = keyof typeof FACE_API_MODELS;
/** Models whose file tells their graph too. */
export type GraphModelName = keyof typeof HUMAN_MODELS;
export type ModelName = NetName | GraphModelName;

/** All that Rollcall uses. */
export const modelNames = [...Object.keys(FACE_API_MODELS), ...Object.keys(HUMAN_MODELS)] as readonly ModelName[];

export interface ModelFiles {
  /** A net's weights manifest, or a graph model's whole description: JSON as TensorFlow.js defines it. */
  manifest: unknown;
  weights: ArrayBuffer;
}

const isNet = (model: ModelName): model is NetName => model in FACE_API_MODELS;

/** The folder of a model in the installed package that it comes with. */
export function shippedModelFolder(model: ModelName): string {
  const { resolve } = createRequire(import.meta.url);
  // The human package does not export its package.json: what it does export lies in dist/, beside models/.
  return isNet(model)
    ? path.join(path.dirname(resolve('@vladmandic/face-api/package.json')), 'model')
    : path.join(path.dirname(resolve('@vladmandic/human')), '..', 'models');
}

/** Reads one model and checks every byte of it. Throws, naming the file, when one is missing or not the pinned one. */
export async function readModelFiles(model: ModelName, folder = shippedModelFolder(model)): Promise<ModelFiles> {
  const pinned: Pinned = isNet(model) ? FACE_API_MODELS[model] : HUMAN_MODELS[model];
  const manifestName = isNet(model) ? `${model}-weights_manifest.json` : `${model}.json`;
  const manifest = await readPinned(path.join(folder, manifestName), pinned.manifest);
  const weights = await readPinned(path.join(folder, `${model}.bin`), pinned.weights);
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
