import type { Json } from '../storage/canonical-json.js';

/** Never told, whatever they are called more exactly. */
const SECRET =
  /password|passphrase|secret|token|hash|pin\b|pin$|code|badge|wrapped|sealed|credential|assertion|attestation|private|signature|proof|passkey$|challenge$|^answer$|^query$/i;
/** Told nowhere: photographs, and text that only repeats others. */
const LEFT_OUT = /^(photos?|frames?|jpeg|searchText)$/i;
/** Tables that are a log of their own, or hold biometrics and keys: that they changed is told by the act itself. */
const QUIET =
  /^(auditEntry|attendance.*|recognitionDecision|faceTemplate|faceSample|personKey|keyRotation|session.*|day.*Record|job|jobStep)$/i;
const MOST_CHARACTERS = 500;
const MOST_DETAILS = 8000;
const MOST_DEPTH = 6;

export interface Change {
  table: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What was sent and what it changed, as JSON without secrets, photographs and biometrics; null where there is nothing. */
export function detailsOf(sent: unknown, changes: readonly Change[], notes: Json | null): string | null {
  const told = changes.filter(({ table }) => !QUIET.test(table)).flatMap(difference);
  const parts = {
    ...(isFilled(sent) && { sent: tell(sent) }),
    ...(told.length > 0 && { changes: told }),
    ...(notes !== null && { notes }),
  };
  if (Object.keys(parts).length === 0) return null;
  const details = JSON.stringify(parts);
  if (details.length <= MOST_DETAILS) return details;
  return JSON.stringify({ ...parts, changes: `${told.length} rows`, sent: 'too long to keep' });
}

/** A changed row by what is different in it; none where nothing is. */
function difference({ table, before, after }: Change): Json[] {
  const names = Object.keys({ ...before, ...after }).filter((name) => !LEFT_OUT.test(name));
  const different = names.filter((name) => plain(before?.[name]) !== plain(after?.[name]));
  if (different.length === 0) return [];
  const id = (after ?? before)?.['id'];
  const of = (row: Record<string, unknown> | null): Json =>
    row && Object.fromEntries(different.map((name) => [name, tellField(name, row[name], 0)]));
  return [{ table, ...(typeof id === 'string' && { id }), before: of(before), after: of(after) }];
}

const plain = (value: unknown): string | undefined =>
  value instanceof Uint8Array ? `${value.length} bytes` : JSON.stringify(value);

function tellField(name: string, value: unknown, depth: number): Json {
  if (value === null || value === undefined) return null;
  return SECRET.test(name) ? '(not told)' : tell(value, depth);
}

function tell(value: unknown, depth = 0): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string') {
    return value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)} …` : value;
  }
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array || value instanceof Promise || typeof value !== 'object') return '(not told)';
  if (depth >= MOST_DEPTH) return '…';
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => tell(each, depth + 1));
  const told = Object.entries(value)
    .filter(([name, inner]) => !LEFT_OUT.test(name) && inner !== undefined)
    .map(([name, inner]) => [name, tellField(name, inner, depth + 1)] as const);
  return Object.fromEntries(told);
}

const isFilled = (sent: unknown): boolean =>
  typeof sent === 'object' && sent !== null && Object.values(sent).some((value) => value !== undefined);
