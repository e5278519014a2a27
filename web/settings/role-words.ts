import type { UserRole } from '../gql/graphql';

/** What an account may be, with what it may do. */
export const ROLE_CHOICES: { value: UserRole; label: string; text: string }[] = [
  {
    value: 'MANAGER',
    label: 'Manager',
    text: 'Sees and enrols the people of the departments you choose, and their attendance.',
  },
  { value: 'EMPLOYEE', label: 'Employee', text: 'Sees their own attendance, and asks for corrections of it.' },
  { value: 'AUDITOR', label: 'Auditor', text: 'Sees everything and changes nothing.' },
  { value: 'ADMIN', label: 'Administrator', text: 'May do everything, and sets up kiosks and accounts.' },
];

export const ROLE_NAME: Record<UserRole, string> = {
  MANAGER: 'Manager',
  EMPLOYEE: 'Employee',
  AUDITOR: 'Auditor',
  ADMIN: 'Administrator',
};
