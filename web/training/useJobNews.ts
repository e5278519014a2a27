import { onScopeDispose } from 'vue';
import { useSession } from '../composables/token-store';
import { createLiveSource, liveUrl } from '../lib/live-source';
import { JobNewsDocument } from './run-documents';

const AGAIN_AFTER_MS = 3_000;

/** Tells when any job has changed, and again after each time the line was lost. */
export function useJobNews(onNews: () => void): void {
  const session = useSession();
  const live = createLiveSource({ url: liveUrl(window.location), token: () => session.token.value });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe = (): void => undefined;
  const connect = (): void => {
    unsubscribe = live.subscribe(
      JobNewsDocument,
      {},
      {
        connected: onNews,
        next: onNews,
        ended: () => (timer = setTimeout(connect, AGAIN_AFTER_MS)),
      },
    );
  };
  connect();
  onScopeDispose(() => {
    clearTimeout(timer);
    unsubscribe();
  });
}
