import { computed, ref, type ComputedRef, type Ref } from 'vue';

export interface CursorPages {
  /** The cursor of the page that is open; null for the first. */
  after: Ref<string | null>;
  /** Number of the open page, from 1. */
  number: ComputedRef<number>;
  next(endCursor: string | null | undefined): void;
  previous(): void;
  /** Back to the first page, as after a change of the filter. */
  reset(): void;
}

/** Forward and backward through a connection that only knows `after`: the cursors of the pages passed are remembered. */
export function useCursorPages(): CursorPages {
  const after = ref<string | null>(null);
  const passed = ref<(string | null)[]>([]);
  return {
    after,
    number: computed(() => passed.value.length + 1),
    next(endCursor) {
      if (!endCursor) return;
      passed.value = [...passed.value, after.value];
      after.value = endCursor;
    },
    previous() {
      if (passed.value.length === 0) return;
      after.value = passed.value[passed.value.length - 1] ?? null;
      passed.value = passed.value.slice(0, -1);
    },
    reset() {
      passed.value = [];
      after.value = null;
    },
  };
}
