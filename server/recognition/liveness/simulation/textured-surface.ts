import type { PixelImage, Point } from '../../face-engine.js';
import type { SpacePoint } from './space.js';

/** Squares along either side of the mesh that stands for a surface. */
const CELLS = 72;

/** Where a picture's point lies in the camera's picture, in pixels; z, any unit, tells which of two is in front. */
export type Placement = (point: Point) => SpacePoint;

/** A corner of the mesh, in the picture and before the camera. */
interface Corner {
  from: Point;
  to: SpacePoint;
}

/** Paints a picture that lies on a surface into `canvas`, in place. The nearer part hides the further one. */
export function paintSurface(canvas: PixelImage, texture: PixelImage, place: Placement): void {
  const depths = new Float32Array(canvas.width * canvas.height).fill(-Infinity);
  const corners: Corner[] = [];
  for (let row = 0; row <= CELLS; row++) {
    for (let column = 0; column <= CELLS; column++) {
      const from = { x: (column / CELLS) * (texture.width - 1), y: (row / CELLS) * (texture.height - 1) };
      corners.push({ from, to: place(from) });
    }
  }
  const across = CELLS + 1;
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++) {
      const at = row * across + column;
      const [a, b, c, d] = [corners[at]!, corners[at + 1]!, corners[at + across]!, corners[at + across + 1]!];
      paintTriangle(canvas, depths, texture, [a, b, c]);
      paintTriangle(canvas, depths, texture, [d, c, b]);
    }
  }
}

function paintTriangle(
  canvas: PixelImage,
  depths: Float32Array,
  texture: PixelImage,
  [a, b, c]: readonly [Corner, Corner, Corner],
): void {
  const area = (b.to.x - a.to.x) * (c.to.y - a.to.y) - (c.to.x - a.to.x) * (b.to.y - a.to.y);
  if (Math.abs(area) < 1e-9) return;
  const [xs, ys] = [
    [a.to.x, b.to.x, c.to.x],
    [a.to.y, b.to.y, c.to.y],
  ];
  const left = Math.max(0, Math.ceil(Math.min(...xs)));
  const right = Math.min(canvas.width - 1, Math.floor(Math.max(...xs)));
  const top = Math.max(0, Math.ceil(Math.min(...ys)));
  const bottom = Math.min(canvas.height - 1, Math.floor(Math.max(...ys)));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const ofB = ((x - a.to.x) * (c.to.y - a.to.y) - (c.to.x - a.to.x) * (y - a.to.y)) / area;
      const ofC = ((b.to.x - a.to.x) * (y - a.to.y) - (x - a.to.x) * (b.to.y - a.to.y)) / area;
      const ofA = 1 - ofB - ofC;
      if (ofA < -1e-6 || ofB < -1e-6 || ofC < -1e-6) continue;
      const depth = ofA * a.to.z + ofB * b.to.z + ofC * c.to.z;
      const at = y * canvas.width + x;
      if (depth <= depths[at]!) continue;
      depths[at] = depth;
      copyPixel(canvas.data, at * 3, texture, {
        x: ofA * a.from.x + ofB * b.from.x + ofC * c.from.x,
        y: ofA * a.from.y + ofB * b.from.y + ofC * c.from.y,
      });
    }
  }
}

/** Bilinear. */
function copyPixel(to: Uint8Array, at: number, { data, width, height }: PixelImage, { x, y }: Point): void {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const [partX, partY] = [x - left, y - top];
  const from = (top * width + left) * 3;
  for (let channel = 0; channel < 3; channel++) {
    const upper = data[from + channel]! * (1 - partX) + data[from + channel + 3]! * partX;
    const below = from + channel + width * 3;
    const lower = data[below]! * (1 - partX) + data[below + 3]! * partX;
    to[at + channel] = upper * (1 - partY) + lower * partY + 0.5;
  }
}
