import type { KeyScope } from '../gql/graphql';

/** What an API key may be given, in words. */
export const KEY_SCOPES: Record<KeyScope, string> = {
  ATTENDANCE_READ: 'Read attendance',
  ATTENDANCE_WRITE: 'Correct attendance',
  EMPLOYEES_READ: 'Read people',
  EMPLOYEES_WRITE: 'Enrol and change people',
  EVENTS_SUBSCRIBE: 'Follow arrivals live',
  RECOGNITION: 'Recognise and check in, as a kiosk',
  SCHEDULES_READ: 'Read schedules',
  SCHEDULES_WRITE: 'Write leave and single days',
  INTROSPECTION: 'Read the schema of the API',
};

export const KEY_LIFETIMES = [
  { value: 30, title: '30 days' },
  { value: 90, title: '90 days' },
  { value: 180, title: 'Half a year' },
  { value: 366, title: 'A year' },
];
