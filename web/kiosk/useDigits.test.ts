// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { useDigits } from './useDigits';

const scopes: (() => void)[] = [];
function pad() {
  const told = { enter: vi.fn(), cancel: vi.fn(), typed: vi.fn() };
  const scope = effectScope();
  scopes.push(() => scope.stop());
  return { ...scope.run(() => useDigits({ min: 6, max: 6, ...told }))!, told };
}

function press(keys: string[], on: Element = document.body): void {
  for (const key of keys) on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

afterEach(() => {
  for (const stop of scopes.splice(0)) stop();
  document.body.replaceChildren();
});

describe('useDigits', () => {
  it('gives six typed digits away on Enter and is empty after', () => {
    const { digits, told } = pad();
    press([...'480215', 'Enter']);
    expect(told.enter.mock.calls).toEqual([['480215']]);
    expect(digits.value).toBe('');
  });

  it('takes digits by touch and from the keyboard alike', () => {
    const { add, submit, told } = pad();
    add('4');
    press([...'80215']);
    submit();
    expect(told.enter).toHaveBeenCalledWith('480215');
  });

  it('gives nothing away while digits are missing', () => {
    const { digits, told } = pad();
    press([...'48021', 'Enter']);
    expect(told.enter).not.toHaveBeenCalled();
    expect(digits.value).toBe('48021');
  });

  it('holds six digits at the most, and takes the last back', () => {
    const { digits, back } = pad();
    press([...'4802159']);
    expect(digits.value).toBe('480215');
    press(['Backspace']);
    back();
    expect(digits.value).toBe('4802');
  });

  it('says with each key that somebody is there', () => {
    const { told } = pad();
    press(['4', '8', 'Backspace']);
    expect(told.typed).toHaveBeenCalledTimes(3);
  });

  it('is cancelled by Escape', () => {
    const { told } = pad();
    press(['Escape']);
    expect(told.cancel).toHaveBeenCalledTimes(1);
  });

  it('leaves Enter to a button with the focus, and all keys to a field', () => {
    const { digits, told } = pad();
    press([...'480215']);
    document.body.innerHTML = '<button>x</button><input>';
    press(['Enter'], document.body.firstElementChild!);
    press(['Backspace', 'Escape'], document.body.lastElementChild!);
    expect(told.enter).not.toHaveBeenCalled();
    expect(told.cancel).not.toHaveBeenCalled();
    expect(digits.value).toBe('480215');
  });

  it('hears nothing after its owner is gone', () => {
    const { digits } = pad();
    for (const stop of scopes.splice(0)) stop();
    press(['4']);
    expect(digits.value).toBe('');
  });
});
