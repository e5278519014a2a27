// @vitest-environment jsdom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { vuetify } from '../vuetify';
import type { Guidance } from './challenge-plan';
import KioskLiveGuide from './KioskLiveGuide.vue';

const guide = (guidance: Guidance, total: number | null = 9) =>
  mount(KioskLiveGuide, {
    props: { state: { name: 'guiding', guidance, taken: 3, total } },
    global: { plugins: [vuetify] },
  });

describe('KioskLiveGuide', () => {
  it.each([
    ['LEFT', 'left'],
    ['RIGHT', 'right'],
  ] as const)('points to the %s side of the mirror for the person’s own %s', (guidance, side) => {
    const shown = guide(guidance);
    expect(shown.get('.arrow').classes()).toContain(side);
    expect(shown.text()).toContain(`Turn your head slowly to your ${side}`);
  });

  it.each<[Guidance, string]>([
    ['STRAIGHT', 'Look at the camera'],
    ['BACK', 'back to the camera'],
  ])('shows no arrow for %s', (guidance, words) => {
    const shown = guide(guidance);
    expect(shown.find('.arrow').exists()).toBe(false);
    expect(shown.text()).toContain(words);
  });

  it('shows how far it is, once that is known', () => {
    const progress = (total: number | null) => guide('LEFT', total).get('[role="progressbar"]').attributes();
    expect(progress(6)['aria-valuenow']).toBe('50');
    expect(progress(null)['aria-valuenow']).toBeUndefined();
  });

  it('can be cancelled', async () => {
    const shown = guide('LEFT');
    await shown.get('button').trigger('click');
    expect(shown.emitted('cancel')).toHaveLength(1);
  });
});
