interface Arrival {
  id: string;
  /** ISO 8601 instant, UTC. */
  at: string;
}

/**
 * `known` (newest first) with `incoming` put in its place by time: each id once, the later received first among equals,
 * the newest `keep` of them. Returns `known` itself when the id is there already.
 */
export function mergeArrival<T extends Arrival>(known: readonly T[], incoming: T, keep = 200): readonly T[] {
  if (known.some(({ id }) => id === incoming.id)) return known;
  const time = Date.parse(incoming.at);
  const place = known.findIndex(({ at }) => Date.parse(at) <= time);
  const merged = place < 0 ? [...known, incoming] : [...known.slice(0, place), incoming, ...known.slice(place)];
  return merged.slice(0, keep);
}
