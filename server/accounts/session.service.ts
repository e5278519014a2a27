import type { Caller, UserRole } from '../caller.js';
import type { Clock } from '../clock.js';
import { hashToken, newId, newToken } from '../ids.js';
import { noSuch } from '../row-errors.js';
import { EVERYBODY, NOBODY, type Scope } from '../scope.js';
import type { Session, SessionRepository, SessionRow } from './session.repository.js';

export const SESSION_TOKEN_PREFIX = 'rs';
const DEVICE_TOKEN_PREFIX = 'rd';

/** Sign-ins that one account may have at a time; the oldest ends. */
const MOST_SESSIONS = 20;
/** Browsers that are known of one account. */
const MOST_DEVICES = 20;
/** How stale `lastSeenAt` may become before a request writes it anew. */
const SEEN_EVERY_MS = 60_000;
const MAX_USER_AGENT = 300;

/** For whom accounts must have a second factor. */
export type SecondFactorPolicy = 'nobody' | 'admins' | 'everybody';

/** Where a sign-in comes from. */
export interface Visitor {
  address: string;
  userAgent: string;
}

export interface NewSession {
  token: string;
  expiresAt: Date;
  /** Of a browser that was not known; null where it was. */
  deviceToken: string | null;
}

/** Who is signed in, from where, until when. */
export class SessionService {
  constructor(
    private readonly dependencies: {
      sessions: SessionRepository;
      clock: Clock;
      sessionHours: number;
      secondFactorFor: SecondFactorPolicy;
    },
  ) {}

  /** Signs an account in. `deviceToken` is what the browser was given at an earlier sign-in. */
  async start(
    userId: string,
    visitor: Visitor,
    { secondFactor, deviceToken }: { secondFactor: boolean; deviceToken: string | null },
  ): Promise<NewSession> {
    const { sessions, clock, sessionHours } = this.dependencies;
    const token = newToken(SESSION_TOKEN_PREFIX);
    const createdAt = clock.now();
    const expiresAt = new Date(createdAt.getTime() + sessionHours * 3_600_000);
    const session = {
      id: newId(),
      tokenHash: hashToken(token),
      userId,
      device: visitor.userAgent.slice(0, MAX_USER_AGENT),
      address: visitor.address,
      secondFactor,
      createdAt,
      lastSeenAt: createdAt,
      expiresAt,
    };
    await sessions.create(session, MOST_SESSIONS);
    const isKnown = await this.isKnownDevice(userId, deviceToken);
    return { token, expiresAt, deviceToken: isKnown ? null : await this.remember(userId) };
  }

  async isKnownDevice(userId: string, deviceToken: string | null): Promise<boolean> {
    const { sessions, clock } = this.dependencies;
    return deviceToken !== null && sessions.isKnownDevice(hashToken(deviceToken), userId, clock.now());
  }

  /** The account that a session token belongs to; null when it is unknown, has run out, or the account is disabled. */
  async authenticate(token: string): Promise<Caller | null> {
    const { sessions, clock } = this.dependencies;
    const session = await sessions.findByToken(hashToken(token));
    const now = clock.now();
    if (!session || session.expiresAt <= now || session.user.disabledAt) return null;
    if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) await sessions.markSeen(session.id, now);
    const { id, role, email } = session.user;
    return {
      id,
      role,
      name: email,
      source: `user:${id}`,
      scope: scopeOf(session.user),
      keyScopes: [],
      sessionId: session.id,
      mustAddSecondFactor: this.isSecondFactorNeeded(role) && !session.secondFactor,
      mayEnrol: role === 'ADMIN' || role === 'MANAGER',
      liveness: 'OFF',
      expiresAt: session.expiresAt,
    };
  }

  isSecondFactorNeeded(role: UserRole): boolean {
    const { secondFactorFor } = this.dependencies;
    return secondFactorFor === 'everybody' || (secondFactorFor === 'admins' && role === 'ADMIN');
  }

  /** A factor was added, and shown, in this session. */
  noteSecondFactor(sessionId: string): Promise<void> {
    return this.dependencies.sessions.markSecondFactor(sessionId);
  }

  /** An account's sessions, newest first. */
  list(userId: string): Promise<Session[]> {
    const { sessions, clock } = this.dependencies;
    return sessions.list(userId, clock.now());
  }

  /** Ends a session: one's own, or, where `userId` is null, anybody's. Throws NOT_FOUND. */
  async end(id: string, userId: string | null): Promise<void> {
    if (!(await this.dependencies.sessions.remove(id, userId))) throw noSuch('session');
  }

  /** Ends an account's sessions but this one; returns how many. */
  endOthers(userId: string, exceptId: string): Promise<number> {
    return this.dependencies.sessions.removeOthers(userId, exceptId);
  }

  private async remember(userId: string): Promise<string> {
    const deviceToken = newToken(DEVICE_TOKEN_PREFIX);
    const device = { tokenHash: hashToken(deviceToken), userId, usedAt: this.dependencies.clock.now() };
    await this.dependencies.sessions.addDevice(device, MOST_DEVICES);
    return deviceToken;
  }
}

/** Whose records an account may see: an ADMIN's and an AUDITOR's are all, others' what they were given. */
function scopeOf({ role, departments, employeeId }: SessionRow['user']): Scope {
  switch (role) {
    case 'ADMIN':
    case 'AUDITOR':
      return EVERYBODY;
    case 'MANAGER':
      return { kind: 'departments', ids: departments.map(({ departmentId }) => departmentId) };
    case 'EMPLOYEE':
      return employeeId === null ? NOBODY : { kind: 'employee', id: employeeId };
  }
}
