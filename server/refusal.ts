export const refusalReasons = [
  'NO_FACE',
  'SEVERAL_FACES',
  'POOR_PHOTO',
  'UNKNOWN_FACE',
  'AMBIGUOUS_FACE',
  'SUSPECTED_SPOOF',
  'LIVENESS_NEEDED',
  'ALREADY_CHECKED_IN',
  'NOT_CHECKED_IN',
  'IMPLAUSIBLE_TIME',
  'ALREADY_ENROLLED',
  'INACTIVE_EMPLOYEE',
  'CONSENT_REQUIRED',
  'PIN_REQUIRED',
  'PIN_MISSING',
  'WRONG_PIN',
  'PIN_LOCKED',
  'UNKNOWN_BADGE',
  'NOT_ACCEPTED_HERE',
  'OTHER_SITE',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** An expected "no": `message` is shown to the person at the kiosk and says what to do. */
export interface Refusal<Reason extends RefusalReason = RefusalReason> {
  outcome: 'refused';
  reason: Reason;
  message: string;
  /** Of a refusal that a decision about a face led to: where it can be looked up. */
  decisionId?: string;
}

export const refuse = <Reason extends RefusalReason>(reason: Reason, message: string): Refusal<Reason> => ({
  outcome: 'refused',
  reason,
  message,
});
