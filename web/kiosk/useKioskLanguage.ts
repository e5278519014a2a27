import { computed, onScopeDispose, watch, type WritableComputedRef } from 'vue';
import { languageOf, LANGUAGES, provideLanguage, type Language } from '../composables/language';
import { useRemembered } from '../composables/useRemembered';

/**
 * What this kiosk speaks: what was chosen on it, else the first of its browser's languages that there are words in. Also
 * what everything inside this component speaks, and what the document says of itself. Call once, inside a component.
 */
export function useKioskLanguage(): WritableComputedRef<Language> {
  const chosen = useRemembered('rollcall.kiosk-language', ['browser', ...LANGUAGES]);
  const language = computed({
    get: (): Language => (chosen.value === 'browser' ? languageOf(navigator.languages) : chosen.value),
    set: (value) => (chosen.value = value),
  });
  const before = document.documentElement.lang;
  watch(language, (value) => (document.documentElement.lang = value), { immediate: true });
  onScopeDispose(() => (document.documentElement.lang = before));
  provideLanguage(language);
  return language;
}
