/**
 * Whether training is to stop after these validation losses: none of the last `patience` was lower by `minDelta` than the
 * lowest before them (as EarlyStopping of Keras counts).
 */
export function isToStop(
  losses: readonly number[],
  { patience, minDelta }: { patience: number; minDelta: number },
): boolean {
  let best = Infinity;
  let waited = 0;
  for (const loss of losses) {
    if (loss < best - minDelta) {
      best = loss;
      waited = 0;
    } else waited++;
  }
  return waited >= patience;
}
