import { watch, type Ref } from 'vue';
import { useTheme } from 'vuetify';
import { useRemembered } from './useRemembered';

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** Light, dark or as the system is set; remembered on this device. Call inside a component. */
export function useAppearance(): Ref<Appearance> {
  const theme = useTheme();
  const appearance = useRemembered('rollcall.appearance', APPEARANCES);
  watch(appearance, (value) => theme.change(value), { immediate: true });
  return appearance;
}
