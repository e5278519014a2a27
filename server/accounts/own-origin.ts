import { DomainError } from '../errors.js';

/**
 * The origin that browsers see this server at: PUBLIC_URL. Without it, the page's own where that is this very machine:
 * the Origin header of anything else is not to be believed. Throws CONFLICT.
 */
export function ownOrigin(publicUrl: string | null, origin: string): string {
  if (publicUrl) return publicUrl;
  const asked = URL.canParse(origin) ? new URL(origin) : null;
  if (asked?.hostname === 'localhost') return asked.origin;
  throw new DomainError(
    'CONFLICT',
    'The setting PUBLIC_URL is missing, the address at which browsers reach Rollcall. Ask your administrator.',
  );
}
