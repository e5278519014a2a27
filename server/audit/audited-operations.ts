/**
 * Mutations that leave no entry in the audit, each with the reason. All others do, those that are added later too; a test
 * walks the schema.
 */
export const UNAUDITED_MUTATIONS: Readonly<Record<string, string>> = {
  checkIn: 'in the event log, which is append-only; refusals are recognition decisions',
  checkOut: 'in the event log, which is append-only; refusals are recognition decisions',
  punch: 'in the event log, which is append-only; refusals are recognition decisions',
  checkInByPin: 'in the event log, which is append-only; refusals are answers and refused punches',
  checkOutByPin: 'in the event log, which is append-only; refusals are answers and refused punches',
  punchByPin: 'in the event log, which is append-only; refusals are answers and refused punches',
  checkInByBadge: 'in the event log, which is append-only; refusals are answers and refused punches',
  checkOutByBadge: 'in the event log, which is append-only; refusals are answers and refused punches',
  punchByBadge: 'in the event log, which is append-only; refusals are answers and refused punches',
  recognize: 'kept as a recognition decision, with who asked',
  livenessChallenge: 'asks a kiosk for a movement; keeps nothing',
  kioskHeartbeat: 'one a minute of every kiosk, kept with the kiosk; nobody does anything by it',
  beginPasskeyLogin: 'open to everybody; keeps nothing, and how the sign-in ends is in the audit',
  beginOidcLogin: 'open to everybody; keeps nothing, and how the sign-in ends is in the audit',
};

/** Queries and fields that show what is personal beyond an everyday list; each request of one is in the audit. */
export const AUDITED_READS: readonly string[] = [
  'Query.recognitionDecision',
  'Query.recognitionDecisions',
  'Query.lookAlikes',
  'Query.employeePrivacy',
  'Query.auditEntries',
  'AttendanceEvent.decision',
  'User.sessions',
];

/** How an operation is called in the audit; null where it leaves no entry. */
export function auditedAs(parentType: string, field: string): string | null {
  if (parentType === 'Mutation') return field in UNAUDITED_MUTATIONS ? null : field;
  const name = `${parentType}.${field}`;
  if (!AUDITED_READS.includes(name)) return null;
  return parentType === 'Query' ? field : name;
}
