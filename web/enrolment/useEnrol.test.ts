// @vitest-environment jsdom
import {
  ApolloClient,
  ApolloError,
  ApolloLink,
  InMemoryCache,
  Observable,
  type FetchResult,
} from '@apollo/client/core';
import { DefaultApolloClient } from '@vue/apollo-composable';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { useEnrol } from './useEnrol';

type Enrol = ReturnType<typeof useEnrol>;

/** The form with a server that gives `answer` to every enrolment. */
function form(self: boolean, answer: () => FetchResult | Error): { enrol: Enrol; sent: Record<string, unknown>[] } {
  const sent: Record<string, unknown>[] = [];
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        if (operationName === 'EnrolDepartments') observer.next({ data: { departments: ['Research'] } });
        else {
          sent.push(variables);
          const given = answer();
          if (given instanceof Error) return observer.error(given);
          observer.next(given);
        }
        observer.complete();
      }),
  );
  let enrol: Enrol | undefined;
  const Form = defineComponent(() => {
    enrol = useEnrol({ self });
    return () => h('div');
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  mount(Form, { global: { provide: { [DefaultApolloClient as symbol]: client } } });
  if (!enrol) throw new Error('not set up');
  return { enrol, sent };
}

const photo = new File(['jpeg'], 'a.jpg', { type: 'image/jpeg' });
const refused = { data: { register: { __typename: 'Refusal', reason: 'NO_FACE', message: 'No face was found.' } } };
const registered = {
  data: { register: { __typename: 'Registered', employee: { id: 'e1', name: 'Ada' }, attendance: null } },
};

function fill({ fields, photos }: Enrol): void {
  Object.assign(fields, {
    name: '  Ada ',
    position: 'Engineer',
    department: 'Research',
    consentGiven: true,
    noticeId: 'n1',
  });
  photos.value = [photo, photo];
}

describe('useEnrol', () => {
  it('names what is still missing until nothing is', () => {
    const { enrol } = form(false, () => registered);
    expect(enrol.missing.value).toEqual(['name', 'position', 'department', 'photo', 'agreement']);
    fill(enrol);
    expect(enrol.missing.value).toEqual([]);
  });

  it('checks the person in by default at a kiosk only', () => {
    expect(form(true, () => registered).enrol.fields.checkIn).toBe(true);
    expect(form(false, () => registered).enrol.fields.checkIn).toBe(false);
  });

  it('sends what was filled in, without the spaces around it, and gives back who was enrolled', async () => {
    const { enrol, sent } = form(false, () => registered);
    fill(enrol);
    expect((await enrol.enrol())?.employee.name).toBe('Ada');
    const input = { name: 'Ada', position: 'Engineer', department: 'Research', consentGiven: true, noticeId: 'n1' };
    expect(sent).toEqual([{ input, photos: [photo, photo], checkIn: false }]);
  });

  it('adds who does not agree without a face, and asks for no photo then', async () => {
    const added = { data: { addEmployee: { __typename: 'Employee', id: 'e2', name: 'Noor' } } };
    const { enrol, sent } = form(false, () => added);
    fill(enrol);
    enrol.photos.value = [];
    Object.assign(enrol.fields, { withoutFace: true, consentGiven: false });
    expect(enrol.missing.value).toEqual([]);
    expect(await enrol.enrol()).toMatchObject({ employee: { name: 'Noor' }, attendance: null });
    expect(sent).toEqual([{ input: { name: 'Ada', position: 'Engineer', department: 'Research' } }]);
  });

  it.each([
    ['a refusal', (): FetchResult => refused, 'No face was found.'],
    [
      'a lost connection',
      (): Error => new ApolloError({ networkError: new TypeError('Failed to fetch') }),
      'The server cannot be reached. Check the network connection.',
    ],
  ])('keeps all that was typed after %s, and says why', async (_, answer, words) => {
    const { enrol } = form(false, answer);
    fill(enrol);
    expect(await enrol.enrol()).toBeNull();
    expect(enrol.refusal.value).toBe(words);
    expect(enrol.fields).toMatchObject({
      position: 'Engineer',
      department: 'Research',
      consentGiven: true,
      noticeId: 'n1',
    });
    expect(enrol.photos.value).toHaveLength(2);
    expect(enrol.busy.value).toBe(false);
  });
});
