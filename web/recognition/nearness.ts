import type { Decision_ComparisonFragment, DecisionRow_DecisionFragment } from '../gql/graphql';

export interface Nearness {
  /** The encoder's own. */
  distance: number;
  wanted: number;
  isNearEnough: boolean;
  /** Where it stands on a bar whose middle is the wanted distance, 0 (the same picture) .. 100 (twice as far, or further). */
  percent: number;
}

/** The comparison that the decision was made by: both encoders' where the second was asked. */
export const decidedBy = ({
  first,
  fused,
}: Pick<DecisionRow_DecisionFragment, 'first' | 'fused'>): Decision_ComparisonFragment | null => fused ?? first ?? null;

/** How near the nearest person was; null where there was nobody to compare with. */
export function nearnessOf(comparison: Decision_ComparisonFragment | null): Nearness | null {
  if (comparison?.distance === null || comparison?.distance === undefined) return null;
  const { distance, threshold: wanted } = comparison;
  return {
    distance,
    wanted,
    isNearEnough: distance < wanted,
    percent: Math.min(100, Math.max(0, (50 * distance) / wanted)),
  };
}
