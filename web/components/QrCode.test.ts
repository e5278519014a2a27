// @vitest-environment jsdom
import { mount } from '@vue/test-utils';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import QrCode from './QrCode.vue';

/** What a reader sees of the drawing, four pixels a module. */
function read(svg: Element): string {
  const size = Number(svg.getAttribute('viewBox')!.split(' ')[2]);
  const width = size * 4;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of svg
    .querySelector('path')!
    .getAttribute('d')!
    .matchAll(/M(\d+) (\d+)/g)) {
    for (let pixel = 0; pixel < 16; pixel++) {
      const at = ((Number(y) * 4 + (pixel >> 2)) * width + Number(x) * 4 + (pixel & 3)) * 4;
      data.fill(0, at, at + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}

describe('a QR code', () => {
  it.each(['123456789012345678901234', 'https://rollcall.example.org/kiosk#code=ABCD2345'])('says %s', (text) => {
    const code = mount(QrCode, { props: { text, label: 'A code' } });
    expect(code.attributes('aria-label')).toBe('A code');
    expect(read(code.element)).toBe(text);
  });
});
