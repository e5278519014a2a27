import type { Shift } from './schedule.rules.js';

type TimedShift = Pick<Shift, 'name' | 'segments'>;

/** The names of two shifts of one date whose times overlap; null where none do. */
export function findOverlap(shifts: readonly TimedShift[]): readonly [string, string] | null {
  const segments = shifts
    .flatMap(({ name, segments }) => segments.map((segment) => ({ name, ...segment })))
    .sort((a, b) => a.startsAtMinutes - b.startsAtMinutes);
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    if (next && next.startsAtMinutes < segment.endsAtMinutes) return [segment.name, next.name];
  }
  return null;
}
