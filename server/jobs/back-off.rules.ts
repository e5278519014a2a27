const FIRST_MS = 10_000;
const LONGEST_MS = 3_600_000;

/** How long a job waits after so many failed attempts, in milliseconds: 10 seconds, doubled each time, an hour at most. */
export const backOffMs = (attempts: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
