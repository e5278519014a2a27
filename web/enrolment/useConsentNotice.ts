import { useQuery } from '@vue/apollo-composable';
import { computed, ref } from 'vue';
import { graphql } from '../gql';
import { describeProblem } from '../lib/request-problem';

const ConsentNoticeDocument = graphql(`
  query ConsentNotice($language: String) {
    consentNotice(language: $language) {
      id
      language
      version
      title
      text
    }
    consentNoticeLanguages
  }
`);

/** The notice in a language: the browser's own at first, English where there is none in it. */
export function useConsentNotice(preferred: string = navigator.language) {
  const asked = ref(/^[a-z]{2}/.exec(preferred)?.[0] ?? 'en');
  const { result, error, loading, refetch } = useQuery(ConsentNoticeDocument, () => ({ language: asked.value }), {
    keepPreviousResult: true,
    fetchPolicy: 'cache-and-network',
  });
  const notice = computed(() => result.value?.consentNotice ?? null);
  return {
    notice,
    paragraphs: computed(() => notice.value?.text.split(/\n\s*\n/) ?? []),
    languages: computed(() =>
      (result.value?.consentNoticeLanguages ?? []).map((code) => ({ value: code, title: languageName(code) })),
    ),
    language: computed({
      get: () => notice.value?.language ?? asked.value,
      set: (code: string) => void (asked.value = code),
    }),
    loading,
    problem: computed(() => (error.value && !notice.value ? describeProblem(error.value) : null)),
    retry: (): void => void refetch()?.catch(() => undefined),
  };
}

/** A language by its own name: "Deutsch" for de. */
function languageName(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}
