import { createHash } from 'node:crypto';
import { canonicalJson } from '../storage/canonical-json.js';

/** What is told of an act. */
export interface AuditRecord {
  at: Date;
  /** "user:…", "kiosk:…", "command", "schedule" or "anonymous". */
  actor: string;
  actorName: string | null;
  action: string;
  /** The id that it was about. */
  subject: string | null;
  /** "ok", a reason of a refusal or the code of an error. */
  outcome: string;
  address: string | null;
  /** JSON. */
  details: string | null;
}

/** A record in its place in the chain. */
export interface AuditEntry extends AuditRecord {
  sequence: number;
  /** The hash of the entry before; zeros for the first. */
  previousHash: string;
  hash: string;
}

export type ChainHead = Pick<AuditEntry, 'sequence' | 'hash'>;

/** Before the first entry. */
export const EMPTY_HEAD: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** SHA-256 in hex over the canonical JSON of everything but the hash, which takes in the hash of the entry before. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { sequence, at, actor, actorName, action, subject, outcome, address, details, previousHash } = entry;
  const content = { sequence, at: at.toISOString(), actor, actorName, action, subject, outcome, address, details };
  return createHash('sha256')
    .update(canonicalJson({ ...content, previousHash }))
    .digest('hex');
}

/** The entry that follows a head. */
export function following(head: ChainHead, record: AuditRecord): AuditEntry {
  const entry = { sequence: head.sequence + 1, ...record, previousHash: head.hash };
  return { ...entry, hash: hashOf(entry) };
}
