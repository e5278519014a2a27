import { describe, expect, it } from 'vitest';
import type { PixelImage } from './face-engine.js';
import { fitView, mirrored, renderView, toImage, viewAround } from './image-view.js';

/** Red grows to the right, green downwards. */
function gradient(width: number, height: number): PixelImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([x, y, 7], (y * width + x) * 3);
  return { data, width, height };
}
const pixel = ({ data, width }: PixelImage, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

describe('viewAround', () => {
  it('has the centre in its middle and shows so much of the image', () => {
    const view = viewAround({ x: 100, y: 50 }, 64, 33, 0.4);
    expect(toImage(view, { x: 16, y: 16 })).toEqual({ x: expect.closeTo(100), y: expect.closeTo(50) });
    const [left, right] = [toImage(view, { x: 0, y: 16 }), toImage(view, { x: 32, y: 16 })];
    expect(Math.hypot(right.x - left.x, right.y - left.y)).toBeCloseTo((64 * 32) / 33);
    expect(Math.atan2(right.y - left.y, right.x - left.x)).toBeCloseTo(0.4);
  });
});

describe('fitView', () => {
  it('finds the view again from where its points lie', () => {
    const view = viewAround({ x: 80, y: 90 }, 120, 60, -0.7);
    const inView = [
      { x: 10, y: 12 },
      { x: 50, y: 9 },
      { x: 30, y: 44 },
    ];
    const found = fitView(
      inView,
      inView.map((point) => toImage(view, point)),
    );
    expect([found.a, found.b, found.shift.x, found.shift.y]).toEqual(
      [view.a, view.b, view.shift.x, view.shift.y].map((value): unknown => expect.closeTo(value)),
    );
  });
});

describe('renderView', () => {
  it('shows the pixels where they lie', () => {
    const image = gradient(64, 48);
    expect(pixel(renderView(image, viewAround({ x: 31.5, y: 23.5 }, 16, 16), 16), 3, 5)).toEqual([27, 21, 7]);
  });

  it('is as wide and as high as it is asked to be', () => {
    const size = { width: 20, height: 6 };
    const { data, width, height } = renderView(gradient(64, 48), viewAround({ x: 31.5, y: 23.5 }, 20, size), size);
    expect([width, height, data.length]).toEqual([20, 6, 360]);
    expect(pixel({ data, width, height }, 0, 0)).toEqual([22, 21, 7]);
    expect(pixel({ data, width, height }, 19, 5)).toEqual([41, 26, 7]);
  });

  it.each([
    ['goes on with the border', 'border', [0, 20, 7]],
    ['is grey', 'grey', [128, 128, 128]],
  ] as const)('%s beyond the image where that is asked for', (_, outside, colour) => {
    const view = viewAround({ x: -20, y: 20 }, 9, 9);
    expect(pixel(renderView(gradient(64, 48), view, 9, { outside }), 4, 4)).toEqual(colour);
  });

  it('takes the mean of what a coarser pixel covers', () => {
    const stripes = { data: new Uint8Array(64 * 64 * 3), width: 64, height: 64 };
    for (let at = 0; at < 64 * 64; at += 2) stripes.data.fill(200, at * 3, at * 3 + 3);
    const { data } = renderView(stripes, viewAround({ x: 31.5, y: 31.5 }, 64, 16), 16);
    expect(data.every((value) => Math.abs(value - 100) <= 1)).toBe(true);
  });
});

describe('mirrored', () => {
  it('exchanges left and right', () => {
    const image = gradient(5, 3);
    expect(pixel(mirrored(image), 0, 2)).toEqual([4, 2, 7]);
    expect(mirrored(mirrored(image))).toEqual(image);
  });
});
