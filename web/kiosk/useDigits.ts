import { onScopeDispose, readonly, ref, type Ref } from 'vue';

interface DigitsOptions {
  /** How many digits there have to be, and may be at most. */
  min: number;
  max: number;
  enter: (digits: string) => void;
  cancel: () => void;
  /** Somebody is typing. */
  typed: () => void;
}

export interface Digits {
  digits: Readonly<Ref<string>>;
  add(digit: string): void;
  back(): void;
  /** Gives the digits away and empties the pad; nothing while some are missing. */
  submit(): void;
}

/** The digits of a pad, by touch (its functions) and from the keyboard: digits, Backspace, Enter and Escape. */
export function useDigits(
  { min, max, enter, cancel, typed }: DigitsOptions,
  target: Pick<Window, 'addEventListener' | 'removeEventListener'> = window,
): Digits {
  const digits = ref('');

  function add(digit: string): void {
    if (digits.value.length < max) digits.value += digit;
    typed();
  }

  function back(): void {
    digits.value = digits.value.slice(0, -1);
    typed();
  }

  function submit(): void {
    if (digits.value.length < min) return;
    const entered = digits.value;
    digits.value = '';
    enter(entered);
  }

  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const isOn = (selector: string): boolean =>
      event.target instanceof Element && event.target.closest(selector) !== null;
    if (isOn('input, textarea, select')) return;
    if (/^\d$/.test(event.key)) add(event.key);
    else if (event.key === 'Backspace') back();
    else if (event.key === 'Escape') cancel();
    // A button that has the focus is pressed by Enter itself.
    else if (event.key === 'Enter' && !isOn('button, a')) submit();
    else return;
    event.preventDefault();
  };

  target.addEventListener('keydown', onKey);
  onScopeDispose(() => target.removeEventListener('keydown', onKey));
  return { digits: readonly(digits), add, back, submit };
}
