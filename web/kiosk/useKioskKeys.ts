import { onScopeDispose } from 'vue';

const TAKES_KEYS = 'input:not([type=radio]), textarea, select, button, a, [role=dialog], [contenteditable]';

/**
 * Space and Enter press the button wherever the focus is, unless something there wants the key itself; Escape gives up
 * what is under way.
 */
export function useKioskKeys(
  { press, cancel }: { press: () => void; cancel: () => void },
  target: Pick<Window, 'addEventListener' | 'removeEventListener'> = window,
): void {
  const onKey = (event: KeyboardEvent): void => {
    const act = event.key === 'Escape' ? cancel : event.key === ' ' || event.key === 'Enter' ? press : null;
    if (!act) return;
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (act === press && event.target instanceof Element && event.target.closest(TAKES_KEYS)) return;
    // While a dialog is open the kiosk behind it stays still, wherever the focus has gone.
    if (document.querySelector('[role=dialog]')) return;
    event.preventDefault();
    act();
  };
  target.addEventListener('keydown', onKey);
  onScopeDispose(() => target.removeEventListener('keydown', onKey));
}
