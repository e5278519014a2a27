import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { clock } from '../lib/clock';

/** The present instant, brought up to date every `everyMs`. */
export function useNow(everyMs = 1000): Readonly<Ref<Date>> {
  const now = ref(clock.now());
  const timer = setInterval(() => (now.value = clock.now()), everyMs);
  onScopeDispose(() => clearInterval(timer));
  return readonly(now) as Readonly<Ref<Date>>;
}
