import type { Signal } from '../events.js';

/** For so long what was read may be given to whoever comes to the same place: rows that hang on a log may change. */
const FRESH_MS = 1_000;
const MAX_KEPT = 256;

/** Somebody who waits for what comes after a place. */
export interface Reader<Row> {
  /** Called once, with at least one row: the same array for all who were at the place. Must not throw. */
  take(rows: readonly Row[]): void;
  fail(error: unknown): void;
}

interface Kept<Row> {
  readAt: number;
  rows: readonly Row[];
}

/**
 * Readings of a growing log for many who stand at the same place, made once for all of them, and again when the log's signal
 * is raised where there was nothing. What was read with rows is right whenever it was made: what came since follows
 * after it.
 */
export class SharedReads<Row> {
  private readonly waiting = new Map<string, Set<Reader<Row>>>();
  private readonly kept = new Map<string, Kept<Row>>();

  constructor(private readonly signal: Pick<Signal, 'mark' | 'since'>) {}

  /** `place` says what `make` reads from where. Gives what takes the reader away again. */
  read(place: string, make: () => Promise<readonly Row[]>, reader: Reader<Row>): () => void {
    const kept = this.kept.get(place);
    const isFresh = kept && performance.now() - kept.readAt < FRESH_MS;
    const readers = isFresh ? new Set<Reader<Row>>() : (this.waiting.get(place) ?? this.begin(place, make));
    readers.add(reader);
    if (isFresh) queueMicrotask(() => give(readers, kept.rows));
    return () => readers.delete(reader);
  }

  private begin(place: string, make: () => Promise<readonly Row[]>): Set<Reader<Row>> {
    const readers = new Set<Reader<Row>>();
    this.waiting.set(place, readers);
    void this.readUntilThere(readers, make).then(
      (rows) => {
        this.waiting.delete(place);
        if (rows.length > 0) this.keep(place, rows);
        give(readers, rows);
      },
      (error: unknown) => {
        this.waiting.delete(place);
        for (const reader of readers) reader.fail(error);
      },
    );
    return readers;
  }

  /** Nothing where nobody waits any more. */
  private async readUntilThere(
    readers: ReadonlySet<Reader<Row>>,
    make: () => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> {
    do {
      // Marked before reading: what comes in between is not missed.
      const { mark } = this.signal;
      const rows = await make();
      if (rows.length > 0) return rows;
      await this.signal.since(mark);
    } while (readers.size > 0);
    return [];
  }

  private keep(place: string, rows: readonly Row[]): void {
    this.kept.delete(place);
    this.kept.set(place, { readAt: performance.now(), rows });
    if (this.kept.size > MAX_KEPT) this.kept.delete(this.kept.keys().next().value!);
  }
}

function give<Row>(readers: Set<Reader<Row>>, rows: readonly Row[]): void {
  for (const reader of readers) reader.take(rows);
}
