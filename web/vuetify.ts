import 'vuetify/styles/core';
import { createVuetify } from 'vuetify';
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg';
import { dark, light } from './theme';

const FIELD = { variant: 'outlined', density: 'comfortable', color: 'primary', hideDetails: 'auto' } as const;
const PICKER = { ...FIELD, menuProps: { transition: 'fade-transition' } };

/** Components are imported where they are used, so that each page loads only its own. */
export const vuetify = createVuetify({
  theme: { defaultTheme: 'system', themes: { light, dark } },
  icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
  defaults: {
    VBtn: { variant: 'flat', class: 'rc-btn' },
    VTextField: FIELD,
    VTextarea: FIELD,
    VAutocomplete: PICKER,
    VCombobox: PICKER,
    VSelect: PICKER,
    VCheckbox: { color: 'primary', hideDetails: 'auto', density: 'comfortable' },
    VSwitch: { color: 'primary', hideDetails: 'auto', density: 'comfortable', inset: true },
    // Menus and dialogs do not grow into place: what moves under the pointer is missed by a quick click.
    VMenu: { transition: 'fade-transition' },
    VDialog: { transition: 'fade-transition' },
    VAlert: { variant: 'tonal', density: 'comfortable', class: 'rc-alert' },
  },
});
