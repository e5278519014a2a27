/** What a press of the button asks for; automatic is whichever is next for the person. */
export const ATTEND_MODES = ['automatic', 'attend', 'leave'] as const;
export type AttendMode = (typeof ATTEND_MODES)[number];

export const MODE_CHOICES: { value: AttendMode; label: string }[] = [
  { value: 'automatic', label: 'Automatic' },
  { value: 'attend', label: 'Attend' },
  { value: 'leave', label: 'Leave' },
];

export const MODE_BUTTON: Record<AttendMode, string> = {
  automatic: 'Check in or out',
  attend: 'Check in',
  leave: 'Check out',
};
