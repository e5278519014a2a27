import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openTemplate, sealTemplate } from './sealed-template.js';

const key = randomBytes(32);
const owner = { employeeId: 'anna', sampleId: 'sample-1', modelId: 'model-1' };
const template = Float32Array.from({ length: 128 }, (_, index) => Math.sin(index) / 3);

describe('a sealed template', () => {
  it('opens to exactly the same numbers', () => {
    expect(openTemplate(key, sealTemplate(key, template, owner), owner)).toEqual(template);
  });

  it.each([
    ['another person', { employeeId: 'berta' }],
    ['another sample', { sampleId: 'sample-2' }],
    ['another model', { modelId: 'model-2' }],
  ])('does not open after it was moved to %s', (_name, moved) => {
    const sealed = sealTemplate(key, template, owner);
    expect(() => openTemplate(key, sealed, { ...owner, ...moved })).toThrow();
  });

  it('does not open with another key', () => {
    expect(() => openTemplate(randomBytes(32), sealTemplate(key, template, owner), owner)).toThrow();
  });
});
