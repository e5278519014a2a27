/** Which numbers of signed requests were used: the highest, and those just before it (bit 0: one less). */
export interface NumberWindow {
  highest: number;
  used: number;
}

/** How far behind the highest a number may come in: requests overtake each other on the way. Fits the bits of an Int. */
export const WINDOW = 30;

/**
 * The window after a number was used; null where it was used before or is too old to tell. The anti-replay window of
 * IPsec (RFC 4303, section 3.4.3), with 30 places.
 */
export function useNumber({ highest, used }: NumberWindow, number: number): NumberWindow | null {
  const ahead = number - highest;
  if (ahead > 0) return { highest: number, used: ahead > WINDOW ? 0 : ((used << ahead) | (1 << (ahead - 1))) & MASK };
  const bit = 1 << (-ahead - 1);
  if (ahead === 0 || -ahead > WINDOW || (used & bit) !== 0) return null;
  return { highest, used: used | bit };
}

const MASK = 2 ** WINDOW - 1;
