import type { Ref } from 'vue';
import { useWords, type Language } from '../composables/language';
import { GERMAN } from './kiosk-words.de';
import { ENGLISH, type KioskWords } from './kiosk-words.en';

const KIOSK_WORDS: Record<Language, KioskWords> = { en: ENGLISH, de: GERMAN };

/** What the kiosk says, in its language. Call inside a component. */
export const useKioskWords = (): Readonly<Ref<KioskWords>> => useWords(KIOSK_WORDS);
