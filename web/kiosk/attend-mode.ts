/** What a press of the button asks for; automatic is whichever is next for the person. */
export const ATTEND_MODES = ['automatic', 'attend', 'leave'] as const;
export type AttendMode = (typeof ATTEND_MODES)[number];
