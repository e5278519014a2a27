import { createHash } from 'node:crypto';
import sharp from 'sharp';
import {
  SECOND_TEMPLATE_LENGTH,
  TEMPLATE_LENGTH,
  type AnalyzeOptions,
  type Box,
  type DetectedFace,
  type FaceEngine,
  type PixelImage,
  type Point,
} from '../recognition/face-engine.js';
import { SHIPPED_STATISTICS } from '../recognition/shipped-policy.js';

const CELL = 128;
/** Levels of red, and of green, that are told apart. */
const LEVELS = 32;
const LEVEL = 8;

/** Two people who look alike without being taken for each other: a little further apart than one person's photos may be. */
export const TWINS = [30, 31] as const;
const TWIN_DISTANCE = SHIPPED_STATISTICS.loosest.fused + SHIPPED_STATISTICS.margins.fused / 2;
const elderOf = (person: number): number => (person === TWINS[1] ? TWINS[0] : person);

/** Of a face that nothing is wrong with. */
export const GOOD_QUALITY = {
  score: 1,
  eyeDistance: 60,
  brightness: 120,
  contrast: 40,
  sharpness: 0.5,
  yaw: 0,
  pitch: 0,
  roll: 0,
} as const;

/**
 * Stands in for the models where a test is not about them: a photo is a row of squares, and each square that is not black
 * is a face whose template follows from its colour. Two shades of one person are near, two people far apart.
 */
export class FakeFaceEngine implements FaceEngine {
  readonly modelId = 'fake-engine';
  readonly secondModelId = 'fake-second';
  readonly backend = 'wasm';

  async analyze(image: PixelImage, { second, passive }: AnalyzeOptions = {}): Promise<DetectedFace[]> {
    const faces: DetectedFace[] = [];
    for (let left = 0; left < image.width; left += image.height) {
      const box = { x: left, y: 0, width: image.height, height: image.height };
      const { person, shade } = colourAt(image, middleOf(box));
      if (person === 0) continue;
      faces.push({
        box,
        detectionScore: 0.99,
        landmarks: Array<Point>(68).fill(middleOf(box)),
        quality: GOOD_QUALITY,
        template: templateOf(person, shade),
        ...(second && { secondTemplate: secondTemplateOf(person, shade) }),
        ...(passive && { passive: { antispoof: 0.9, liveness: 0.9 } }),
      });
    }
    return faces;
  }

  async describeAgain(image: PixelImage, landmarks: readonly Point[]): Promise<Float32Array> {
    const { person, shade } = colourAt(image, landmarks[0]!);
    return secondTemplateOf(person, shade);
  }

  async stop(): Promise<void> {}
}

/** A photo of these people (1 to 1023; 0 is an empty square) in a row. `shade` makes two photos of one person differ. */
export async function photoOf(people: number | number[], shade = 0): Promise<Buffer> {
  const cells = [people].flat();
  const squares = await Promise.all(cells.map((person) => square(person, shade)));
  return sharp({ create: { width: CELL * cells.length, height: CELL, channels: 3, background: '#000' } })
    .composite(squares.map((input, index) => ({ input, left: index * CELL, top: 0 })))
    .png()
    .toBuffer();
}

const colourOf = (person: number) => ({ r: (person % LEVELS) * LEVEL, g: Math.floor(person / LEVELS) * LEVEL });

const square = (person: number, shade: number): Promise<Buffer> =>
  sharp({ create: { width: CELL, height: CELL, channels: 3, background: { ...colourOf(person), b: shade } } })
    .png()
    .toBuffer();

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

function colourAt({ data, width }: PixelImage, { x, y }: Point): { person: number; shade: number } {
  const at = (Math.floor(y) * width + Math.floor(x)) * 3;
  const level = (value: number): number => Math.round(value / LEVEL);
  return { person: level(data[at]!) + LEVELS * level(data[at + 1]!), shade: data[at + 2]! };
}

/** A unit vector of its own for each person, turned a little by the shade: 255 shades are 0.1 apart. */
function templateOf(person: number, shade: number): Float32Array {
  const template = unitVector(`${elderOf(person)}`, TEMPLATE_LENGTH);
  template[0]! += (shade / 255) * 0.1;
  if (person === TWINS[1]) template[1]! += TWIN_DISTANCE;
  return template;
}

/** The same in the second encoder's space, where it stays of length 1. */
function secondTemplateOf(person: number, shade: number): Float32Array {
  const template = unitVector(`second ${elderOf(person)}`, SECOND_TEMPLATE_LENGTH);
  template[0]! += (shade / 255) * 0.1;
  const length = Math.hypot(...template);
  return template.map((value) => value / length);
}

function unitVector(seed: string, length: number): Float32Array {
  const raw = new Float32Array(length);
  for (let start = 0; start < length; start += 64) {
    const digest = createHash('sha512').update(`${seed} ${start}`).digest();
    for (let at = start; at < Math.min(start + 64, length); at++) raw[at] = digest[at - start]! / 255 - 0.5;
  }
  const norm = Math.hypot(...raw);
  return raw.map((value) => value / norm);
}
