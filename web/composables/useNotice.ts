import { readonly, ref, type Ref } from 'vue';

export interface Notice {
  id: number;
  text: string;
}

const current = ref<Notice | null>(null);

/** Short confirmations ("Saved."), shown and read out at one place for the whole page. */
export function useNotice(): { current: Readonly<Ref<Notice | null>>; notify(text: string): void; dismiss(): void } {
  return {
    current: readonly(current) as Readonly<Ref<Notice | null>>,
    notify: (text) => (current.value = { id: (current.value?.id ?? 0) + 1, text }),
    dismiss: () => (current.value = null),
  };
}
