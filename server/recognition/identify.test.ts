import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DetectedFace, FaceEngine, PixelImage } from './face-engine.js';
import { Gallery } from './gallery.js';
import { createDescribe, createIdentify } from './identify.js';

/** A template at this distance from the one at 0. */
const templateAt = (distance: number): Float32Array => Float32Array.of(distance, ...new Float32Array(127));
const faceAt = (distance: number, width = 200): DetectedFace => ({
  box: { x: 10, y: 20, width, height: width },
  detectionScore: 0.9,
  template: templateAt(distance),
});

function setUp(...faces: DetectedFace[]) {
  const seen: PixelImage[] = [];
  const engine: FaceEngine = {
    modelId: 'fake-1',
    backend: 'wasm',
    analyze: async (image) => {
      seen.push(image);
      return faces;
    },
    stop: async () => undefined,
  };
  const gallery = new Gallery();
  const describePhoto = createDescribe({ engine });
  const identify = createIdentify({ describe: describePhoto, gallery, policy: { threshold: 0.5, margin: 0.1 } });
  return { describePhoto, gallery, identify, seen };
}

const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#884422' } })
    .png()
    .toBuffer();

describe('describe', () => {
  it('gives the template of the face, and the photo as it may be kept', async () => {
    const described = await setUp(faceAt(0.25)).describePhoto(await photo());
    expect(described).toMatchObject({
      outcome: 'described',
      modelId: 'fake-1',
      detectionScore: 0.9,
      template: templateAt(0.25),
    });
    if (described.outcome !== 'described') throw new Error(described.message);
    expect(await sharp(described.jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
  });

  it('refuses what is no photo without troubling the engine', async () => {
    const { describePhoto, seen } = setUp(faceAt(0));
    expect(await describePhoto(Buffer.from('no photo at all'))).toMatchObject({ reason: 'POOR_PHOTO' });
    expect(seen).toHaveLength(0);
  });
});

describe('identify', () => {
  it('names the person, with the figures that it was decided by', async () => {
    const { gallery, identify } = setUp(faceAt(0.25));
    gallery.add('anna', [templateAt(0)]);
    gallery.add('ben', [templateAt(1)]);
    const identified = await identify(await photo());
    expect(identified).toMatchObject({
      outcome: 'identified',
      employeeId: 'anna',
      decision: { modelId: 'fake-1', distance: 0.25, runnerUpDistance: 0.75, threshold: 0.5 },
      jpeg: expect.any(Buffer),
    });
    expect(identified.outcome === 'identified' && identified.confidence).toBeCloseTo(0.993, 3);
  });

  it('knows somebody from the moment they are added until the moment they are removed', async () => {
    const { gallery, identify } = setUp(faceAt(0.1));
    expect(await identify(await photo())).toMatchObject({ reason: 'UNKNOWN_FACE' });
    gallery.add('anna', [templateAt(0)]);
    expect(await identify(await photo())).toMatchObject({ employeeId: 'anna', decision: { runnerUpDistance: null } });
    gallery.remove('anna');
    expect(await identify(await photo())).toMatchObject({ reason: 'UNKNOWN_FACE' });
  });

  it.each([
    ['NO_FACE', []],
    ['SEVERAL_FACES', [faceAt(0), faceAt(0)]],
    ['POOR_PHOTO', [faceAt(0, 30)]],
    ['UNKNOWN_FACE', [faceAt(0.6)]],
    ['AMBIGUOUS_FACE', [faceAt(-0.24)]],
  ])('refuses with %s', async (reason, faces) => {
    const { gallery, identify } = setUp(...faces);
    gallery.add('anna', [templateAt(0)]);
    gallery.add('ben', [templateAt(-0.52)]);
    expect(await identify(await photo())).toMatchObject({
      outcome: 'refused',
      reason,
      message: expect.stringMatching(/\w+\. \w+/),
    });
  });
});
