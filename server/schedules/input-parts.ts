import { z } from 'zod';

/** What the inputs of schedules are made of, each with words for what is off. */
export const id = z.string().min(1, 'must not be empty').max(100, 'must have at most 100 characters');
export const date = z.iso.date('must be a date such as 2026-11-24');
export const dayPart = z.enum(['WHOLE', 'FIRST_HALF', 'SECOND_HALF']);

export const wholeNumber = (least: number, most: number) =>
  z.number().int('must be a whole number').min(least, `must be at least ${least}`).max(most, `must be at most ${most}`);

/** For dates of which `to` may be missing or null: without end. */
export const isInOrder = ({ from, to }: { from: string; to?: string | null | undefined }): boolean => !to || from <= to;
export const OUT_OF_ORDER = { message: 'must not be after to', path: ['from'] };

/** From when to when a list goes; what is not given does not narrow. */
export const dateFilter = z
  .object({ from: date.nullish(), to: date.nullish() })
  .refine(({ from, to }) => !from || !to || from <= to, OUT_OF_ORDER);

/** The key of a list in the order of dates. */
export const dateKey = z.tuple([z.string(), z.string()]);
export type DateKey = readonly [date: string, id: string];
