// @vitest-environment jsdom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { LivenessLevel } from '../gql/graphql';
import { vuetify } from '../vuetify';
import KioskControls from './KioskControls.vue';

const controls = (liveness: LivenessLevel, isUnderWay = false) =>
  mount(KioskControls, {
    props: {
      modelValue: 'automatic',
      isUnderWay,
      outcome: null,
      liveness,
      identification: 'FACE_OR_PIN',
      hasCamera: true,
      canShoot: true,
      mayEnrol: false,
    },
    global: { plugins: [vuetify] },
  });

describe('KioskControls', () => {
  it.each<LivenessLevel>(['OFF', 'PASSIVE'])('takes a picture from a file where the check is %s', (liveness) => {
    expect(controls(liveness).find('[data-testid="photo-file"]').exists()).toBe(true);
  });

  it('takes none where a movement is asked for, and says why', () => {
    const shown = controls('CHALLENGE');
    expect(shown.find('[data-testid="photo-file"]').exists()).toBe(false);
    expect(shown.text()).toContain('this kiosk asks for a movement');
  });

  it('takes no press while one is under way', () => {
    expect(controls('OFF', true).get('button.big').attributes('disabled')).toBeDefined();
    expect(controls('OFF', false).get('button.big').attributes('disabled')).toBeUndefined();
  });
});
