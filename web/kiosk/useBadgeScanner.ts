import { onScopeDispose } from 'vue';

/** A slow scanner takes less between two keys, also on a busy tablet. */
const MAX_GAP_MS = 1_000;
const BADGE = /^\d{24}$/;

/**
 * Badges from a scanner that types like a keyboard: 24 digits in succession and Enter, which no pad here takes. It sees keys before anybody
 * else, and keeps that Enter to itself.
 */
export function useBadgeScanner(
  found: (badge: string) => void,
  target: Pick<Window, 'addEventListener' | 'removeEventListener'> = window,
): void {
  let typed = '';
  let last = 0;
  const onKey = (event: KeyboardEvent): void => {
    if (event.timeStamp - last > MAX_GAP_MS) typed = '';
    last = event.timeStamp;
    if (/^\d$/.test(event.key)) typed = (typed + event.key).slice(-24);
    else if (event.key === 'Enter' && BADGE.test(typed)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const badge = typed;
      typed = '';
      found(badge);
    } else if (event.key !== 'Shift') typed = '';
  };
  target.addEventListener('keydown', onKey, { capture: true });
  onScopeDispose(() => target.removeEventListener('keydown', onKey, { capture: true }));
}
