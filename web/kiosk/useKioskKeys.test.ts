// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { useKioskKeys } from './useKioskKeys';

function mount(): Record<'press' | 'cancel', ReturnType<typeof vi.fn>> & { unmount: () => void } {
  const [press, cancel] = [vi.fn(), vi.fn()];
  const scope = effectScope();
  scope.run(() => useKioskKeys({ press, cancel }));
  return { press, cancel, unmount: () => scope.stop() };
}

function type(key: string, on: Element = document.body, more: KeyboardEventInit = {}): void {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
  document.body.replaceChildren();
});

describe('useKioskKeys', () => {
  it.each([' ', 'Enter'])('presses on %j', (key) => {
    const kiosk = mount();
    unmount = kiosk.unmount;
    type(key);
    expect(kiosk.press).toHaveBeenCalledTimes(1);
  });

  it('presses once while a key is held down', () => {
    const kiosk = mount();
    unmount = kiosk.unmount;
    type(' ');
    type(' ', document.body, { repeat: true });
    expect(kiosk.press).toHaveBeenCalledTimes(1);
  });

  it.each(['<input type="text">', '<button>x</button>', '<a href="#">x</a>'])('leaves the key to %s', (html) => {
    const kiosk = mount();
    unmount = kiosk.unmount;
    document.body.innerHTML = html;
    type(' ', document.body.firstElementChild ?? undefined);
    expect(kiosk.press).not.toHaveBeenCalled();
  });

  it('presses from the choice of attend or leave too', () => {
    const kiosk = mount();
    unmount = kiosk.unmount;
    document.body.innerHTML = '<input type="radio">';
    type('Enter', document.body.firstElementChild ?? undefined);
    expect(kiosk.press).toHaveBeenCalledTimes(1);
  });

  it('gives up on Escape, from a button too', () => {
    const kiosk = mount();
    unmount = kiosk.unmount;
    document.body.innerHTML = '<button>x</button>';
    type('Escape', document.body.firstElementChild ?? undefined);
    expect(kiosk.cancel).toHaveBeenCalledTimes(1);
    expect(kiosk.press).not.toHaveBeenCalled();
  });

  it('stays still behind an open dialog', () => {
    const kiosk = mount();
    unmount = kiosk.unmount;
    document.body.innerHTML = '<div role="dialog"></div>';
    type(' ');
    type('Escape');
    expect(kiosk.press).not.toHaveBeenCalled();
    expect(kiosk.cancel).not.toHaveBeenCalled();
  });

  it('hears nothing after its owner is gone', () => {
    const kiosk = mount();
    kiosk.unmount();
    type(' ');
    expect(kiosk.press).not.toHaveBeenCalled();
  });
});
