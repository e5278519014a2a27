/** An axis of a plot, in the numbers of its data. */
export interface PlotAxis {
  label: string;
  low: number;
  high: number;
  /** Decades instead of equal steps; `low` is over 0. */
  logarithmic: boolean;
}

/** Where a value lies between the ends of the axis, 0..1; what is beyond lies on the end. */
export function placeOn({ low, high, logarithmic }: PlotAxis, value: number): number {
  const of = logarithmic ? Math.log10 : (number: number): number => number;
  return (of(Math.min(high, Math.max(low, value))) - of(low)) / (of(high) - of(low));
}

/** The values that are written beside the axis. */
export function ticksOf({ low, high, logarithmic }: PlotAxis): number[] {
  if (!logarithmic) return Array.from({ length: 5 }, (_, index) => low + ((high - low) * index) / 4);
  const [from, to] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  return Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
}
