// @vitest-environment jsdom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { DecisionRow_DecisionFragment } from '../gql/graphql';
import { vuetify } from '../vuetify';
import DecisionsTable from './DecisionsTable.vue';

const matched: DecisionRow_DecisionFragment = {
  id: 'd1',
  at: '2026-03-02T08:58:00Z',
  source: 'kiosk:k1',
  outcome: 'MATCHED',
  explanation: 'Recognised.',
  gallerySize: 24,
  frames: 1,
  confidence: 0.987,
  livenessLevel: 'OFF',
  employee: { id: 'e1', name: 'Ada' },
  runnerUp: null,
  first: { modelId: 'encoder', distance: 0.31, runnerUpDistance: null, threshold: 0.46, margin: 0.05 },
  fused: null,
  quality: null,
  liveness: [],
};
const faceless: DecisionRow_DecisionFragment = {
  ...matched,
  id: 'd2',
  outcome: 'NO_FACE',
  employee: null,
  confidence: null,
  first: null,
};

const table = () =>
  mount(DecisionsTable, { props: { decisions: [matched, faceless] }, global: { plugins: [vuetify] } });

describe('DecisionsTable', () => {
  it('says in plain words what came of it, and how near the nearest was', () => {
    const [first] = table().findAll('tbody tr');
    expect(first?.text()).toContain('Recognised');
    expect(first?.text()).toContain('Ada');
    expect(first?.text()).toMatch(/0\.310\s+wanted < 0\.460/);
  });

  it('shows no nearness and no person where no face was found', () => {
    const row = table().findAll('tbody tr')[1];
    expect(row?.text()).toContain('No face found');
    expect(row?.find('.nearness').exists()).toBe(false);
    expect(row?.text()).not.toContain('Ada');
  });

  it('opens the row whose “Why?” is pressed', async () => {
    const shown = table();
    await shown.findAll('tbody button')[1]?.trigger('click');
    expect(shown.emitted('open')).toEqual([[faceless]]);
  });
});
