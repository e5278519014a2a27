import { shallowReactive } from 'vue';

/** A dialog that opens for one row at a time, or for a new one (null). */
interface RowDialog<Row> {
  isOpen: boolean;
  row: Row | null;
  /** Counts the openings: the key under which the dialog's form starts anew. */
  times: number;
  open(row: Row | null): void;
}

export function useRowDialog<Row>(): RowDialog<Row> {
  const dialog: RowDialog<Row> = shallowReactive({
    isOpen: false,
    row: null,
    times: 0,
    open(row: Row | null) {
      dialog.row = row;
      dialog.times += 1;
      dialog.isOpen = true;
    },
  });
  return dialog;
}
