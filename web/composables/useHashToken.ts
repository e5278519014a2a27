import { ref, watch, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/**
 * The one-time token of a link, which is behind its # so that it is in no log; it stays in no address bar or history either.
 * Opened in a tab that is here already, the link changes nothing but the hash. Null without one.
 */
export function useHashToken(): Readonly<Ref<string | null>> {
  const route = useRoute();
  const router = useRouter();
  const token = ref<string | null>(null);
  watch(
    () => route.hash,
    (hash) => {
      const given = hash.slice(1).trim();
      if (given === '') return;
      token.value = given;
      void router.replace({ hash: '' });
    },
    { immediate: true },
  );
  return token;
}
