/** 0..1 as per cent with one place. Never "100.0 %" for less than 1: no match is certain. */
export function formatShare(share: number): string {
  return `${((share < 1 ? Math.min(share, 0.999) : share) * 100).toFixed(1)} %`;
}
