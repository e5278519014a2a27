import { computed, hasInjectionContext, inject, provide, type InjectionKey, type Ref } from 'vue';

/** What a kiosk speaks. The dashboard is in English. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY: InjectionKey<Readonly<Ref<Language>>> = Symbol('language');

/** Everything inside this component speaks the language. */
export const provideLanguage = (language: Readonly<Ref<Language>>): void => provide(KEY, language);

/** The language around this component; null where nobody has said one. */
export const useLanguage = (): Readonly<Ref<Language>> | null => (hasInjectionContext() ? inject(KEY, null) : null);

/** A table of words in the language around this component, else in English. Call inside a component. */
export function useWords<Words>(words: Record<Language, Words>): Readonly<Ref<Words>> {
  const language = useLanguage();
  return computed(() => words[language?.value ?? 'en']);
}

/** The first of a browser's languages that there are words in, else English. */
export function languageOf(wanted: readonly string[]): Language {
  const codes = wanted.map((tag) => tag.slice(0, 2).toLowerCase());
  return codes.flatMap((code) => LANGUAGES.filter((language) => language === code))[0] ?? 'en';
}

/** For times and numbers: as the browser has them, where it speaks the language. */
export const localeOf = (language: Language, browser: string = navigator.language): string =>
  browser.startsWith(language) ? browser : language;
