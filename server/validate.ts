import type { z } from 'zod';
import { DomainError } from './errors.js';

/** Parses what a client sent. Throws BAD_USER_INPUT naming each field and what is wrong with it. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '));
  throw new DomainError('BAD_USER_INPUT', `${problems.join('; ')}.`);
}
