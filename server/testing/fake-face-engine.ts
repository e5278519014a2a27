import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { TEMPLATE_LENGTH, type DetectedFace, type FaceEngine, type PixelImage } from '../recognition/face-engine.js';

const CELL = 128;

/**
 * Stands in for the models where a test is not about them: a photo is a row of squares, and each square that is not black
 * is a face whose template follows from its colour. Two shades of one person are near, two people far apart.
 */
export class FakeFaceEngine implements FaceEngine {
  readonly modelId = 'fake-engine';
  readonly backend = 'wasm';

  async analyze({ data, width, height }: PixelImage): Promise<DetectedFace[]> {
    const faces: DetectedFace[] = [];
    for (let left = 0; left < width; left += height) {
      const middle = (Math.floor(height / 2) * width + left + Math.floor(height / 2)) * 3;
      const [person, shade] = [Math.round(data[middle]! / 8), data[middle + 2]!];
      if (person === 0) continue;
      const box = { x: left, y: 0, width: height, height };
      faces.push({ box, detectionScore: 0.99, template: templateOf(person, shade) });
    }
    return faces;
  }

  async stop(): Promise<void> {}
}

/** A photo of these people (1 to 31; 0 is an empty square) in a row. `shade` makes two photos of one person differ. */
export async function photoOf(people: number | number[], shade = 0): Promise<Buffer> {
  const cells = [people].flat();
  const squares = await Promise.all(cells.map((person) => square(person, shade)));
  return sharp({ create: { width: CELL * cells.length, height: CELL, channels: 3, background: '#000' } })
    .composite(squares.map((input, index) => ({ input, left: index * CELL, top: 0 })))
    .png()
    .toBuffer();
}

const square = (person: number, shade: number): Promise<Buffer> =>
  sharp({ create: { width: CELL, height: CELL, channels: 3, background: { r: person * 8, g: 0, b: shade } } })
    .png()
    .toBuffer();

/** A unit vector of its own for each person, turned a little by the shade: 255 shades are 0.1 apart. */
function templateOf(person: number, shade: number): Float32Array {
  const digest = createHash('sha512').update(String(person)).digest();
  const raw = Float32Array.from({ length: TEMPLATE_LENGTH }, (_, index) => digest[index % 64]! / 255 - 0.5);
  const length = Math.hypot(...raw);
  const template = raw.map((value) => value / length);
  template[0]! += (shade / 255) * 0.1;
  return template;
}
