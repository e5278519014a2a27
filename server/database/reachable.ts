import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 2_000;

/**
 * Whether the database answers `ask` within two seconds; one that cannot be reached may say nothing for much longer. It is
 * asked once at a time, so that whoever wants to know often takes no connection from others.
 */
export function reachableBy(ask: () => Promise<unknown>, patienceMs = PATIENCE_MS): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null;
  return () => {
    asking ??= ask()
      .then(
        () => true,
        () => false,
      )
      .finally(() => (asking = null));
    return Promise.race([asking, setTimeout(patienceMs, false, { ref: false })]);
  };
}
