interface BackoffOptions {
  baseMs?: number;
  capMs?: number;
  /** 0..1, as Math.random. */
  random?: () => number;
}

/** Waiting time before attempt `attempt` (1, 2, …): doubling up to the cap, of which the upper half is by chance. */
export function backoffMs(
  attempt: number,
  { baseMs = 1000, capMs = 30_000, random = Math.random }: BackoffOptions = {},
): number {
  const full = Math.min(capMs, baseMs * 2 ** Math.min(attempt - 1, 20));
  return Math.round(full / 2 + (full / 2) * random());
}
