import { randomInt } from 'node:crypto';
import { hashToken } from '../ids.js';

/** 80 bits. Digits alone: a scanner that types is as good as a keyboard of any layout, and a QR code of them is small. */
const BADGE_DIGITS = 24;

export const newBadge = (): string => Array.from({ length: BADGE_DIGITS }, () => randomInt(10)).join('');

/** What is kept of a badge: SHA-256 of its digits. Null for what is no badge. */
export function hashBadge(code: string): string | null {
  const digits = code.trim();
  return /^\d{24}$/.test(digits) ? hashToken(`badge ${digits}`) : null;
}
