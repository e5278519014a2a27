import { LRUCache } from 'lru-cache';
import type { Signal } from '../events.js';

/** For so long what was read may be given to whoever comes to the same place: rows that hang on a log may change. */
const FRESH_MS = 1_000;
const MAX_KEPT = 256;
/** So long those who were served together are waited for, before the log is read again for the first of them. */
const GATHER_MS = 50;

/** Somebody who waits for what comes after a place. */
export interface Reader<Row> {
  /** Called once, with at least one row: the same array for all who were at the place. Must not throw. */
  take(rows: readonly Row[]): void;
  fail(error: unknown): void;
}

/**
 * Readings of a growing log for many who stand at the same place, made once for all of them, and again when the log's signal
 * is raised where there was nothing. What was read with rows is right whenever it was made: what came since follows
 * after it. Serving thousands takes longer than events are apart when many come: then the next reading waits until all
 * have been served, and what came meanwhile goes to each of them in one piece.
 */
export class SharedReads<Row> {
  private readonly waiting = new Map<string, Set<Reader<Row>>>();
  private readonly kept = new LRUCache<string, readonly Row[]>({ max: MAX_KEPT, ttl: FRESH_MS });
  /** How many were served and have not come for more yet. */
  private away = 0;
  private waitingForThem: (() => void)[] = [];
  private patience: NodeJS.Timeout | undefined;

  constructor(private readonly signal: Pick<Signal, 'mark' | 'since'>) {}

  /** `place` says what `make` reads from where. Gives what takes the reader away again. */
  read(place: string, make: () => Promise<readonly Row[]>, reader: Reader<Row>): () => void {
    if (this.away > 0 && --this.away === 0) this.goOn();
    const kept = this.kept.get(place);
    const readers = kept ? new Set<Reader<Row>>() : (this.waiting.get(place) ?? this.begin(place, make));
    readers.add(reader);
    if (kept) queueMicrotask(() => this.give(readers, kept));
    return () => readers.delete(reader);
  }

  private begin(place: string, make: () => Promise<readonly Row[]>): Set<Reader<Row>> {
    const readers = new Set<Reader<Row>>();
    this.waiting.set(place, readers);
    void this.readUntilThere(readers, make).then(
      (rows) => {
        this.waiting.delete(place);
        if (rows.length > 0) this.kept.set(place, rows);
        this.give(readers, rows);
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
      await this.allBack();
      // Marked before reading: what comes in between is not missed.
      const { mark } = this.signal;
      const rows = await make();
      if (rows.length > 0) return rows;
      await this.signal.since(mark);
    } while (readers.size > 0);
    return [];
  }

  private give(readers: Set<Reader<Row>>, rows: readonly Row[]): void {
    this.away += readers.size;
    this.patience ??= setTimeout(() => this.goOn(), GATHER_MS).unref();
    for (const reader of readers) reader.take(rows);
  }

  private allBack(): Promise<void> {
    if (this.away === 0) return Promise.resolve();
    return new Promise((resolve) => this.waitingForThem.push(resolve));
  }

  /** All are back, or somebody who is slow or gone has been waited for long enough. */
  private goOn(): void {
    clearTimeout(this.patience);
    this.patience = undefined;
    this.away = 0;
    for (const resolve of this.waitingForThem.splice(0)) resolve();
  }
}
