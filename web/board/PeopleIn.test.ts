// @vitest-environment jsdom
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { formatTime } from '../lib/format-time';
import { vuetify } from '../vuetify';
import PeopleIn from './PeopleIn.vue';

it('says of who came back since when they are in', () => {
  const openSince = '2026-03-02T12:30:00Z';
  const employee = { id: 'e1', name: 'Ada', department: 'Quality' };
  const people = {
    edges: [{ cursor: 'c1', node: { id: 'd1', openSince, employee } }],
    pageInfo: { hasNextPage: false, endCursor: null },
  };
  const shown = mount(PeopleIn, { props: { people }, global: { plugins: [vuetify] } });
  expect(shown.get('li').text()).toContain(`since ${formatTime(openSince)}`);
});
