import type { PixelImage } from '../../face-engine.js';

type Random = () => number;

/** A number between two, every one equally likely. */
export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

/** As a printer gives it: paler, a little softer, tinted, with a white border. */
export function printed(picture: PixelImage, random: Random): PixelImage {
  const [contrast, lift] = [between(random, 0.65, 0.95), between(random, 10, 35)];
  const tint = [between(random, 0.94, 1.04), 1, between(random, 0.9, 1.02)];
  const soft = blurred(picture, between(random, 0.3, 1.2));
  return bordered(
    mapped(soft, (value, channel) => (value * contrast + lift) * tint[channel]!),
    Math.round(between(random, 8, 22)),
    235,
  );
}

/** As a screen shows it: brighter, with its grid, the glare of a lamp and a dark bezel. */
export function displayed(picture: PixelImage, random: Random): (frame: PixelImage) => PixelImage {
  const gain = between(random, 0.95, 1.2);
  const period = between(random, 2.2, 7);
  const angle = between(random, 0, Math.PI);
  const depth = between(random, 0.02, 0.1);
  const bezel = Math.round(between(random, 8, 20));
  const glare = {
    x: between(random, 0.1, 0.9) * picture.width,
    y: between(random, 0.05, 0.6) * picture.height,
    radius: between(random, 25, 70),
    light: between(random, 20, 110),
  };
  return (frame) => {
    const { width, height } = frame;
    const shown = mapped(blurred(frame, 0.5), (value, channel, x, y) => {
      const grid = Math.sin((2 * Math.PI * (x * Math.cos(angle) + y * Math.sin(angle))) / period + channel * 2.1);
      const near = Math.exp(-((x - glare.x) ** 2 + (y - glare.y) ** 2) / glare.radius ** 2);
      return value * gain * (1 + depth * grid) + glare.light * near;
    });
    return bordered({ ...shown, width, height }, bezel, 22);
  };
}

/** The room behind a sheet: large soft patches. */
export function room(width: number, height: number, random: Random): PixelImage {
  const patches = Array.from({ length: 12 }, () => ({
    x: random() * width,
    y: random() * height,
    radius: between(random, 40, 160),
    colour: [between(random, -70, 70), between(random, -70, 70), between(random, -70, 70)],
  }));
  const base = between(random, 80, 170);
  return mapped({ data: new Uint8Array(width * height * 3).fill(base), width, height }, (value, channel, x, y) =>
    patches.reduce(
      (sum, patch) =>
        sum + patch.colour[channel]! * Math.exp(-((x - patch.x) ** 2 + (y - patch.y) ** 2) / patch.radius ** 2),
      value,
    ),
  );
}

/** As a camera takes it: its noise, its light, a little out of focus. `noise` is the standard deviation in levels. */
export function photographed(
  picture: PixelImage,
  random: Random,
  { noise, light, blur }: { noise: number; light: number; blur: number },
): PixelImage {
  return mapped(blurred(picture, blur), (value) => value * light + noise * normal(random));
}

/** Of mean 0 and standard deviation 1 (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function bordered(picture: PixelImage, border: number, level: number): PixelImage {
  const { width, height } = picture;
  return mapped(picture, (value, _channel, x, y) =>
    x < border || y < border || x >= width - border || y >= height - border ? level : value,
  );
}

function mapped(
  { data, width, height }: PixelImage,
  valueAt: (value: number, channel: number, x: number, y: number) => number,
): PixelImage {
  const out = new Uint8ClampedArray(data.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++, at++) out[at] = valueAt(data[at]!, channel, x, y);
    }
  }
  return { data: new Uint8Array(out.buffer), width, height };
}

/** A Gaussian of `sigma` pixels, rows then columns. */
function blurred(picture: PixelImage, sigma: number): PixelImage {
  if (sigma < 0.2) return picture;
  const reach = Math.ceil(sigma * 2.5);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-((index - reach) ** 2) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kernel = Float32Array.from(weights, (weight) => weight / total);
  return blurredAlong(blurredAlong(picture, kernel, 'x'), kernel, 'y');
}

function blurredAlong({ data, width, height }: PixelImage, kernel: Float32Array, along: 'x' | 'y'): PixelImage {
  const reach = (kernel.length - 1) / 2;
  const out = new Uint8Array(data.length);
  const [step, last] = along === 'x' ? [3, width - 1] : [width * 3, height - 1];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const position = along === 'x' ? x : y;
      for (let channel = 0; channel < 3; channel++, at++) {
        let sum = 0.5;
        for (let tap = -reach; tap <= reach; tap++) {
          const to = Math.min(last, Math.max(0, position + tap));
          sum += kernel[tap + reach]! * data[at + (to - position) * step]!;
        }
        out[at] = sum;
      }
    }
  }
  return { data: out, width, height };
}
