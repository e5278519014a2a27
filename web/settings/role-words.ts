import type { UserRole } from '../gql/graphql';

/** What an account may be, with what it may do. */
export const ROLE_CHOICES: { value: UserRole; label: string; text: string }[] = [
  {
    value: 'MANAGER',
    label: 'Manager',
    text: 'Sees the board and all attendance, enrols people and edits their details.',
  },
  { value: 'ADMIN', label: 'Administrator', text: 'May do all that, and sets up kiosks and accounts.' },
];

export const ROLE_NAME: Record<UserRole, string> = { MANAGER: 'Manager', ADMIN: 'Administrator' };
