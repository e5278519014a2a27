import { z } from 'zod';
import type { DetectedFace, FaceEngine } from '../face-engine.js';
import type { EngineAnswers, EngineTask } from '../face-engine-messages.js';
import { MAX_KEPT_SIDE } from '../photo.js';

// What nodes say to each other about photographs. A message is the length of its JSON (4 bytes, little-endian), the JSON,
// and bytes: pixels one way, templates the other, as they lie in memory, so that both arrive bit by bit. Numbers in JSON are
// exact too: they are written so that the same double is read.

export const FACTS_PATH = '/v1/facts';
export const TASK_PATH = '/v1/task';

/** The models that whoever asks wants: what templates of others say about people is worthless. */
export const MODELS_HEADER = 'rollcall-models';
/** Of the request at which a photo came in, for both logs. */
export const REQUEST_HEADER = 'rollcall-request';

export type EngineModels = Pick<FaceEngine, 'modelId' | 'secondModelId'>;
export const nameOf = ({ modelId, secondModelId }: EngineModels): string => `${modelId} ${secondModelId}`;

/** Why a task is not done, with the status that says so. */
export const REFUSALS = {
  MALFORMED: 400,
  UNAUTHORIZED: 401,
  OTHER_MODELS: 409,
  TOO_LARGE: 413,
  FAILED: 500,
  BUSY: 503,
  STOPPED: 503,
  TIMEOUT: 504,
} as const;
export type EngineRefusal = keyof typeof REFUSALS;

export const refusalSchema = z.object({ error: z.enum(Object.keys(REFUSALS) as EngineRefusal[]) });
export const factsSchema = z.object({
  modelId: z.string(),
  secondModelId: z.string(),
  backend: z.enum(['tensorflow', 'wasm']),
});

const CHANNELS = 3;
/** Of the JSON of a task; 68 landmarks take 3 kB. */
const MAX_JSON_BYTES = 64 * 1024;
/** The largest photo that is analysed, square. */
export const MAX_TASK_BYTES = MAX_KEPT_SIDE ** 2 * CHANNELS + MAX_JSON_BYTES;

const side = z.number().int().min(1).max(MAX_KEPT_SIDE);
const taskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('analyze'),
    width: side,
    height: side,
    options: z.object({ second: z.boolean().optional(), passive: z.boolean().optional() }),
  }),
  z.object({
    kind: z.literal('describeAgain'),
    width: side,
    height: side,
    landmarks: z.array(z.object({ x: z.number(), y: z.number() })).max(68),
  }),
]);

export function encodeTask({ image: { data, ...size }, ...task }: EngineTask): Buffer {
  return frame({ ...task, ...size }, [data]);
}

/** Throws where the bytes are no task. */
export function decodeTask(bytes: Buffer): EngineTask {
  const { json, rest: data } = unframe(bytes);
  const { width, height, ...task } = taskSchema.parse(json);
  if (data.length !== width * height * CHANNELS) throw new Error('the pixels are not as many as the photo has');
  const image = { data, width, height };
  if (task.kind === 'describeAgain') return { ...task, image };
  const { second, passive } = task.options;
  // What is not asked for is left out, as the port's options want it.
  return { kind: 'analyze', image, options: { ...(second && { second }), ...(passive && { passive }) } };
}

type FaceOnWire = Omit<DetectedFace, 'template' | 'secondTemplate'> & { first: number; second: number };

export function encodeAnswer(answer: EngineAnswers[EngineTask['kind']]): Buffer {
  if (answer instanceof Float32Array) return frame({ kind: 'template' }, [bytesOf(answer)]);
  const faces = answer.map(({ template, secondTemplate, ...face }): FaceOnWire => ({
    ...face,
    first: template.length,
    second: secondTemplate?.length ?? 0,
  }));
  const templates = answer.flatMap(({ template, secondTemplate }) => [
    bytesOf(template),
    ...(secondTemplate ? [bytesOf(secondTemplate)] : []),
  ]);
  return frame({ kind: 'faces', faces }, templates);
}

/** Throws where the bytes are no answer to a task of this kind. */
export function decodeAnswer<Kind extends EngineTask['kind']>(kind: Kind, bytes: Buffer): EngineAnswers[Kind] {
  const { json, rest } = unframe(bytes);
  const answer = json as { kind: 'template' } | { kind: 'faces'; faces: FaceOnWire[] };
  if (answer.kind !== (kind === 'analyze' ? 'faces' : 'template')) throw new Error('an answer to something else');
  let at = 0;
  const take = (length: number): Float32Array => {
    // A copy, since floats have to lie at a multiple of four.
    const floats = new Float32Array(length);
    const taken = rest.copy(Buffer.from(floats.buffer), 0, at, at + floats.byteLength);
    if (taken !== floats.byteLength) throw new Error('an answer that was cut off');
    at += taken;
    return floats;
  };
  const decoded =
    answer.kind === 'template'
      ? take(rest.length / Float32Array.BYTES_PER_ELEMENT)
      : answer.faces.map(({ first, second, ...face }): DetectedFace => ({
          ...face,
          template: take(first),
          ...(second > 0 && { secondTemplate: take(second) }),
        }));
  return decoded as EngineAnswers[Kind];
}

function frame(json: object, parts: readonly Uint8Array[]): Buffer {
  const text = Buffer.from(JSON.stringify(json));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, ...parts]);
}

function unframe(bytes: Buffer): { json: unknown; rest: Buffer } {
  const end = 4 + bytes.readUInt32LE(0);
  if (end > bytes.length) throw new Error('a message that was cut off');
  return { json: JSON.parse(bytes.toString('utf8', 4, end)), rest: bytes.subarray(end) };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
