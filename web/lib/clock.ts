/** The one place of the web that reads the time. */
export const clock = {
  now: (): Date => new Date(),
};
