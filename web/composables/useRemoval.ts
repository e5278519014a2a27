import type { TypedDocumentNode } from '@apollo/client/core';
import { reactive, shallowRef } from 'vue';
import { useNotice } from './useNotice';
import { useSave } from './useSave';

interface Removal<Row> {
  isOpen: boolean;
  readonly row: Row | null;
  readonly busy: boolean;
  readonly error: string | null;
  ask(row: Row): void;
  confirm(): Promise<void>;
}

/** Asks before a row is removed, and says so afterwards. */
export function useRemoval<Row extends { id: string }>(
  document: TypedDocumentNode<unknown, { id: string }>,
  done: (row: Row) => string,
): Removal<Row> {
  const { run, busy, error } = useSave(document);
  const { notify } = useNotice();
  const row = shallowRef<Row | null>(null);
  const removal = reactive({
    isOpen: false,
    row,
    busy,
    error,
    ask(asked: Row) {
      row.value = asked;
      error.value = null;
      removal.isOpen = true;
    },
    async confirm() {
      if (!row.value || !(await run({ id: row.value.id }))) return;
      removal.isOpen = false;
      notify(done(row.value));
    },
  }) as unknown as Removal<Row>;
  return removal;
}
