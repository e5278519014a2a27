import type { Directive } from 'vue';

/**
 * Puts the cursor into an element's first field as soon as it is on the page. Vuetify's `autofocus` does so some 50 ms
 * later, and takes the cursor from whoever has begun to type by then: a password ends up in the field for the email.
 */
export const vFocus: Directive<HTMLElement> = {
  // Of radio buttons only the chosen one can be come to.
  mounted: (element) =>
    element.querySelector<HTMLElement>('input:not([type=radio]), input[type=radio]:checked, textarea')?.focus(),
};
