import { describe } from 'vitest';

/** Makes groups of tests that are skipped, and say why, where something that they need is missing. */
export const describeUnless =
  (why: string | null) =>
  (name: string, tests: () => void): void => {
    describe.skipIf(why)(why ? `${name} (${why})` : name, tests);
  };
