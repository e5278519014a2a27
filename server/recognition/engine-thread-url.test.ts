import { describe, expect, it } from 'vitest';
import { engineThreadUrl } from './engine-thread-url.js';

describe('engineThreadUrl', () => {
  it.each([
    [
      'file:///app/dist/server/recognition/engine-thread-url.js',
      'file:///app/dist/server/recognition/face-engine-worker.js',
    ],
    [
      'file:///app/server/recognition/engine-thread-url.ts',
      'file:///app/dist/server/recognition/face-engine-worker.js',
    ],
    [
      'file:///my%20app/server/recognition/engine-thread-url.ts',
      'file:///my%20app/dist/server/recognition/face-engine-worker.js',
    ],
  ])('from %s leads to the compiled program', (here, program) => {
    expect(engineThreadUrl('face-engine-worker', here).href).toBe(program);
  });
});
