import { z } from 'zod';

/** Written in any case and with spaces around it. */
export const emailAddress = z.string().trim().toLowerCase().max(200).pipe(z.email('must be an e-mail address'));

/** What a new password must be. */
export const password = z
  .string()
  .min(12, 'must have at least 12 characters')
  .max(200, 'must have at most 200 characters');

export const credentials = z.object({ email: emailAddress, password });
