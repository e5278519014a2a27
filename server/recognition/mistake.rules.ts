/** A decision that took one person for another, as it was measured. Nothing of either face but two distances. */
export interface Mistake {
  /** Whose face it was; null where nobody knows. */
  rightEmployeeId: string | null;
  /** What measured: an encoder, or two ids joined by "+". Figures of others than are in use say nothing. */
  modelId: string;
  /** To the person that it was taken for. */
  distance: number;
  /** How much further away the right person was; null where that was not measured. */
  gap: number | null;
}

/** A match as one measure sees it: distances to whom it names, and to whom it was in truth when the mistake was made. */
export interface Measured {
  distance: number;
  /** Null where they cannot be compared with. */
  rightDistance: number | null;
  /** What the policy asks for between two people. */
  margin: number;
}

/**
 * Whether a match could be the same mistake once more. Where the two people were told apart, the other one has to be
 * further away than in the mistake by more than the margin; where they were not, the match has to be nearer than it.
 */
export function mayRepeat(
  { gap, distance: mistaken }: Mistake,
  { distance, rightDistance, margin }: Measured,
): boolean {
  if (gap !== null && rightDistance !== null) return !(rightDistance - distance > gap + margin);
  return !(distance < mistaken);
}
