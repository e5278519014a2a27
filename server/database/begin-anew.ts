const MAX_ATTEMPTS = 5;

/** Does work from its start again where it was undone by somebody else's, five times at most. */
export async function beginAnew<T>(work: () => Promise<T>, isUndone: (error: unknown) => boolean): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isUndone(error)) throw error;
    }
  }
}
