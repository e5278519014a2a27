import { ref, type Ref } from 'vue';
import { describeProblem } from '../lib/request-problem';

interface Action<Input, Output> {
  busy: Readonly<Ref<boolean>>;
  /** Why the last run failed, in words fit to show. */
  error: Ref<string | null>;
  /** The result, or null with `error` set. */
  run(input: Input): Promise<Output | null>;
}

/** Something that a button starts: whether it is under way, and what went wrong. */
export function useAction<Input, Output>(task: (input: Input) => Promise<Output>): Action<Input, Output> {
  const busy = ref(false);
  const error = ref<string | null>(null);
  return {
    busy,
    error,
    async run(input) {
      busy.value = true;
      error.value = null;
      try {
        return await task(input);
      } catch (thrown) {
        error.value = describeProblem(thrown).message;
        return null;
      } finally {
        busy.value = false;
      }
    },
  };
}
