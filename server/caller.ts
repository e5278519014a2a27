import type { Identification } from './identification.js';
import type { LivenessLevel } from './liveness-level.js';

export const userRoles = ['ADMIN', 'MANAGER'] as const;
export type UserRole = (typeof userRoles)[number];

export const roles = [...userRoles, 'KIOSK'] as const;
export type Role = (typeof roles)[number];

/** Who is asking, as the token says. `source` names them in the log: "user:{id}" or "kiosk:{id}". */
export interface Caller {
  id: string;
  role: Role;
  /** The account's address or the kiosk's name. */
  name: string;
  source: string;
  /** May register people. Always for accounts; for a kiosk if it was set up so. */
  mayEnrol: boolean;
  /** What is asked for besides a face where this caller records one. */
  liveness: LivenessLevel;
  /** The moment at which the token stops working; null for a kiosk, which is let in until it is revoked. */
  expiresAt: Date | null;
  /** What else holds for a kiosk. */
  kiosk?: KioskTerms;
}

export interface KioskTerms {
  identification: Identification;
  /** The only site whose people it lets in; null for people of every site. */
  onlySiteId: string | null;
  /** How far its clock was ahead when it last said the time; null where it never did. */
  clockOffsetMs: number | null;
}
