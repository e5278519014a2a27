import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DomainError } from './errors.js';
import { parseInput } from './validate.js';

const schema = z.object({
  name: z.string().trim().min(1, 'must not be empty'),
  site: z.object({ zone: z.string('must be a text') }),
});

describe('parsing what a client sent', () => {
  it('gives what the schema makes of it, without what the schema does not know', () => {
    const value = { name: ' Ana ', site: { zone: 'UTC' }, role: 'ADMIN' };
    expect(parseInput(schema, value)).toEqual({ name: 'Ana', site: { zone: 'UTC' } });
  });

  it('names every field that is off, and what is wrong with it, in one message', () => {
    const parse = () => parseInput(schema, { name: ' ', site: { zone: 5 } });
    expect(parse).toThrow(DomainError);
    expect(parse).toThrow(/^name: must not be empty; site\.zone: must be a text\.$/);
  });

  it('names no field where the whole is off', () => {
    expect(() => parseInput(z.string('must be a text'), 5)).toThrow(/^must be a text\.$/);
  });

  it('is the fault of whoever asked', () => {
    expect(() => parseInput(schema, null)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
