export interface Augmentation {
  /** Radians. */
  shear: number;
  zoomX: number;
  zoomY: number;
  flip: boolean;
}

const SHEAR = 0.1;
const ZOOM = 0.1;

/** As the old application drew them: shear and zoom by up to 0.1 either way, every other picture mirrored. */
export function drawAugmentation(random: () => number): Augmentation {
  const around = (range: number): number => (random() * 2 - 1) * range;
  return { shear: around(SHEAR), zoomX: 1 + around(ZOOM), zoomY: 1 + around(ZOOM), flip: random() < 0.5 };
}

/**
 * Square RGB pixels after an augmentation about their middle, bilinear; beyond the edge its nearest pixel goes on.
 * `target` gets side * side * 3 numbers in 0..1.
 */
export function augment(
  pixels: Uint8Array,
  side: number,
  { shear, zoomX, zoomY, flip }: Augmentation,
  target: Float32Array,
): void {
  const middle = (side - 1) / 2;
  // Rows and columns of the source, as ImageDataGenerator of Keras composes shear and zoom.
  const [rowByRow, rowByColumn, columnByColumn] = [zoomX, -Math.sin(shear) * zoomY, Math.cos(shear) * zoomY];
  const last = side - 1;
  const inside = (value: number): number => (value < 0 ? 0 : value > last ? last : value);
  for (let y = 0, at = 0; y < side; y++) {
    for (let column = 0; column < side; column++, at += 3) {
      const x = flip ? last - column : column;
      const row = inside(rowByRow * (y - middle) + rowByColumn * (x - middle) + middle);
      const col = inside(columnByColumn * (x - middle) + middle);
      const [top, left] = [Math.floor(row), Math.floor(col)];
      const [down, right] = [row - top, col - left];
      const above = (top * side + left) * 3;
      const next = left < last ? 3 : 0;
      const below = top < last ? above + side * 3 : above;
      for (let channel = 0; channel < 3; channel++) {
        const upper = pixels[above + channel]! * (1 - right) + pixels[above + next + channel]! * right;
        const lower = pixels[below + channel]! * (1 - right) + pixels[below + next + channel]! * right;
        target[at + channel] = (upper * (1 - down) + lower * down) / 255;
      }
    }
  }
}
