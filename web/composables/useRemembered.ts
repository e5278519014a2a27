import { ref, watch, type Ref } from 'vue';
import { safeStorage, type SafeStorage } from '../lib/safe-storage';

/** A choice among `options`, remembered on this device. What is stored but no longer offered counts as the first option. */
export function useRemembered<T extends string>(
  key: string,
  options: readonly [T, ...T[]],
  storage: SafeStorage = safeStorage(),
): Ref<T> {
  const stored = storage.read(key);
  const choice = ref(options.find((option) => option === stored) ?? options[0]) as Ref<T>;
  watch(choice, (value) => storage.write(key, value), { flush: 'sync' });
  return choice;
}
