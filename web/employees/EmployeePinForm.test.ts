// @vitest-environment jsdom
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client/core';
import { DefaultApolloClient } from '@vue/apollo-composable';
import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { vuetify } from '../vuetify';
import EmployeePinForm from './EmployeePinForm.vue';

/** The form before a server that takes every PIN, or refuses each with these words. */
function form({ hasPin = false, refusal }: { hasPin?: boolean; refusal?: string } = {}) {
  const sent: Record<string, unknown>[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        sent.push(variables);
        const setEmployeePin = { __typename: 'Employee', id: 'e1', hasPin: variables['pin'] !== null };
        observer.next(
          refusal
            ? { errors: [{ message: refusal, extensions: { code: 'BAD_USER_INPUT' } } as never] }
            : { data: { setEmployeePin } },
        );
        observer.complete();
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const shown = mount(EmployeePinForm, {
    props: { employee: { id: 'e1', name: 'Ada', hasPin } },
    global: { plugins: [vuetify], provide: { [DefaultApolloClient as symbol]: client } },
  });
  const fill = async (pin: string, again: string): Promise<void> => {
    const [one, two] = shown.findAll('input');
    await one?.setValue(pin);
    await two?.setValue(again);
  };
  const press = async (label: string): Promise<void> => {
    await shown
      .findAll('button')
      .find((button) => button.text() === label)
      ?.trigger('click');
    await flushPromises();
  };
  const submit = async (): Promise<void> => {
    await shown.get('form').trigger('submit');
    await flushPromises();
  };
  return { shown, sent, fill, press, submit };
}

describe('EmployeePinForm', () => {
  it('sets a PIN that is typed twice the same, and closes', async () => {
    const { shown, sent, fill, submit } = form();
    await fill('480215', '480215');
    await submit();
    expect(sent).toEqual([{ id: 'e1', pin: '480215' }]);
    expect(shown.emitted('changed')).toEqual([[true]]);
    expect(shown.emitted('close')).toHaveLength(1);
  });

  it.each([
    ['480215', '480216'],
    ['48021', '48021'],
    ['48021a', '48021a'],
  ])('sends nothing for %j and %j', async (pin, again) => {
    const { sent, fill, submit } = form();
    await fill(pin, again);
    await submit();
    expect(sent).toHaveLength(0);
  });

  it('says so when the two are not the same', async () => {
    const { shown, fill } = form();
    await fill('480215', '480216');
    expect(shown.text()).toContain('The two are not the same.');
  });

  it('makes one up, saves it and shows it once', async () => {
    const { shown, sent, press } = form();
    await press('Make one up');
    const made = shown.get('[role="status"]').text();
    expect(made).toMatch(/^\d{6}$/);
    expect(sent).toEqual([{ id: 'e1', pin: made }]);
    expect(shown.emitted('close')).toBeUndefined();
    await press('Done');
    expect(shown.emitted('close')).toHaveLength(1);
  });

  it('keeps the form open with the server’s words when it refuses', async () => {
    const { shown, fill, submit, press } = form({ refusal: 'pin: is too easy to guess.' });
    await fill('123123', '123123');
    await submit();
    expect(shown.text()).toContain('pin: is too easy to guess.');
    await press('Make one up');
    expect(shown.find('.made').exists()).toBe(false);
    expect(shown.emitted('changed')).toBeUndefined();
  });

  it('takes a PIN away only where there is one', async () => {
    expect(form().shown.text()).not.toContain('Take the PIN away');
    const { shown, sent, press } = form({ hasPin: true });
    await press('Take the PIN away');
    expect(sent).toEqual([{ id: 'e1', pin: null }]);
    expect(shown.emitted('changed')).toEqual([[false]]);
  });
});
