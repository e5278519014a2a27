export const MIN_PASSWORD_LENGTH = 12;

/** The rules that are shown below the field of a new password, each with whether it is kept. */
export function passwordRules(password: string, email: string): { text: string; kept: boolean }[] {
  const mailbox = email.trim().toLowerCase();
  return [
    { text: `At least ${MIN_PASSWORD_LENGTH} characters`, kept: [...password].length >= MIN_PASSWORD_LENGTH },
    ...(mailbox
      ? [{ text: 'Not the email address', kept: password !== '' && password.toLowerCase() !== mailbox }]
      : []),
  ];
}

/** Whether an account can be asked for with these: something like an address, and a password that keeps the rules. */
export function mayBeCredentials(email: string, password: string): boolean {
  return email.includes('@') && passwordRules(password, email).every(({ kept }) => kept);
}
