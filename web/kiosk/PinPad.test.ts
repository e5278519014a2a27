// @vitest-environment jsdom
import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { vuetify } from '../vuetify';
import PinPad from './PinPad.vue';

let pad: VueWrapper | undefined;
function open(reason: 'PIN_REQUIRED' | 'WRONG_PIN' = 'PIN_REQUIRED'): VueWrapper {
  pad = mount(PinPad, {
    props: { refusal: { __typename: 'Refusal', reason, message: 'Ada, enter your PIN to go on.' } },
    global: { plugins: [vuetify] },
    attachTo: document.body,
  });
  return pad;
}
afterEach(() => pad?.unmount());

const press = async (shown: VueWrapper, keys: string): Promise<void> => {
  for (const key of keys)
    await shown
      .findAll('button')
      .find((button) => button.text() === key)
      ?.trigger('click');
};
const enter = (shown: VueWrapper) => shown.get('button[aria-label="Enter"]');

describe('PinPad', () => {
  it('gives away the digits that are pressed, once all six are there', async () => {
    const shown = open();
    await press(shown, '48021');
    expect(enter(shown).attributes('disabled')).toBeDefined();
    await press(shown, '5');
    await enter(shown).trigger('click');
    expect(shown.emitted('enter')).toEqual([['480215']]);
  });

  it('shows how many digits there are and never which', async () => {
    const shown = open();
    await press(shown, '777');
    expect(shown.findAll('.filled')).toHaveLength(3);
    expect(shown.get('[aria-live]').text()).toBe('3 of 6 digits');
    expect(shown.get('.dots').text()).not.toContain('7');
  });

  it('has the focus from the start, and its name and the server’s words', () => {
    const shown = open('WRONG_PIN');
    expect(document.activeElement).toBe(shown.element);
    const [title, text] = ['aria-labelledby', 'aria-describedby'].map((name) =>
      document.getElementById(shown.attributes(name) ?? ''),
    );
    expect(title?.textContent).toBe('That PIN is not right');
    expect(text?.textContent).toBe('Ada, enter your PIN to go on.');
  });

  it('can be cancelled', async () => {
    const shown = open();
    await press(shown, '12');
    await shown.get('.cancel').trigger('click');
    expect(shown.emitted('cancel')).toHaveLength(1);
    expect(shown.emitted('enter')).toBeUndefined();
  });
});
