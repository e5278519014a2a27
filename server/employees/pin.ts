import { z } from 'zod';

const RISING = '01234567890';
const isTooEasy = (pin: string): boolean =>
  new Set(pin).size === 1 || RISING.includes(pin) || [...RISING].reverse().join('').includes(pin);

/** Six digits, neither all the same nor a run such as 345678. */
export const newPin = z
  .string()
  .regex(/^\d{6}$/, 'must be six digits')
  .refine((pin) => !isTooEasy(pin), 'is too easy to guess');
