import type { Identification } from './identification.js';
import type { LivenessLevel } from './liveness-level.js';
import type { Scope } from './scope.js';

/** What an account may be. */
export const userRoles = ['ADMIN', 'MANAGER', 'AUDITOR', 'EMPLOYEE'] as const;
export type UserRole = (typeof userRoles)[number];

export const roles = [...userRoles, 'INTEGRATOR', 'KIOSK'] as const;
export type Role = (typeof roles)[number];

/** What an API key may be given; see docs/api.md. */
export const keyScopes = [
  'ATTENDANCE_READ',
  'ATTENDANCE_WRITE',
  'EMPLOYEES_READ',
  'EMPLOYEES_WRITE',
  'EVENTS_SUBSCRIBE',
  'INTROSPECTION',
  'RECOGNITION',
  'SCHEDULES_READ',
  'SCHEDULES_WRITE',
] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Who may use a field: a role, API keys with a scope, or whoever is signed in with an account, for their own one. */
export type Access = Role | KeyScope | 'ACCOUNT';

/** Who is asking, as the token says. `source` names them in the log: "user:{id}", "key:{id}" or "kiosk:{id}". */
export interface Caller {
  id: string;
  role: Role;
  /** The account's address, or the name of the key or kiosk. */
  name: string;
  source: string;
  /** Whose records they may see and change. */
  scope: Scope;
  /** What an API key may do; empty for everybody else, whose role says it. */
  keyScopes: readonly KeyScope[];
  /** The session of an account; null for keys and kiosks. */
  sessionId: string | null;
  /** Nothing but their own account is open to them before they add a second factor. */
  mustAddSecondFactor: boolean;
  /** May register people, as far as the role does. Always for accounts; for a kiosk if it was set up so. */
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
