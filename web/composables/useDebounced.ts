import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue';

/** Follows `source`, `waitMs` after its last change. */
export function useDebounced<T>(source: Ref<T>, waitMs = 300): Readonly<Ref<T>> {
  const settled = ref(source.value) as Ref<T>;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    source,
    (value) => {
      clearTimeout(timer);
      timer = setTimeout(() => (settled.value = value), waitMs);
    },
    { flush: 'sync' },
  );
  onScopeDispose(() => clearTimeout(timer));
  return readonly(settled) as Readonly<Ref<T>>;
}

/** Calls `task` once `waitMs` after the last call, at the latest `maxWaitMs` after the first of a burst. */
export function useDebouncedTask(task: () => void, waitMs = 500, maxWaitMs = 2000): () => void {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(quiet);
    clearTimeout(latest);
    latest = undefined;
  };
  const run = (): void => {
    stop();
    task();
  };
  onScopeDispose(stop);
  return () => {
    clearTimeout(quiet);
    quiet = setTimeout(run, waitMs);
    latest ??= setTimeout(run, maxWaitMs);
  };
}
