import { onScopeDispose } from 'vue';

const TAKES_KEYS = 'input:not([type=radio]), textarea, select, button, a, [role=dialog], [contenteditable]';

/** Space and Enter press the button wherever the focus is, unless something there wants the key itself. */
export function useKioskKeys(
  press: () => void,
  target: Pick<Window, 'addEventListener' | 'removeEventListener'> = window,
): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return;
    // While a dialog is open the kiosk behind it stays still, wherever the focus has gone.
    if (document.querySelector('[role=dialog]')) return;
    event.preventDefault();
    press();
  };
  target.addEventListener('keydown', onKey);
  onScopeDispose(() => target.removeEventListener('keydown', onKey));
}
