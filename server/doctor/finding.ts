/** What a check found. A problem makes the check-up fail; a warning is to be thought about. */
export interface Finding {
  check: string;
  status: 'ok' | 'warning' | 'problem';
  says: string;
  /** What to do about it; null where nothing is. */
  remedy: string | null;
}

export const ok = (check: string, says: string): Finding => ({ check, status: 'ok', says, remedy: null });
export const warning = (check: string, says: string, remedy: string): Finding => ({
  check,
  status: 'warning',
  says,
  remedy,
});
export const problem = (check: string, says: string, remedy: string): Finding => ({
  check,
  status: 'problem',
  says,
  remedy,
});
