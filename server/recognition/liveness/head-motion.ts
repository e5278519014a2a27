/** What a challenge may ask for, from looking straight ahead; the person's own left and right. */
export const headMotions = ['LEFT', 'RIGHT'] as const;
export type HeadMotion = (typeof headMotions)[number];
