/** For so long what was read may be given to whoever comes to the same place: rows that hang on a log may change. */
const FRESH_MS = 1_000;
const MAX_KEPT = 256;

interface Read<Row> {
  mark: number;
  at: number;
  rows: Promise<Row[]>;
}

/**
 * Readings of a growing log that several readers need at once, made once. A reading with rows is right whenever it was made:
 * what came since follows after it. One without is right until the log's signal is raised again.
 */
export class SharedReads<Row> {
  private readonly kept = new Map<string, Read<Row>>();

  /** `place` says what is read from where, `mark` is the signal's, taken before. */
  async read(place: string, mark: number, make: () => Promise<Row[]>): Promise<Row[]> {
    const kept = this.kept.get(place);
    if (kept && performance.now() - kept.at < FRESH_MS) {
      const rows = await kept.rows;
      if (rows.length > 0 || kept.mark === mark) return rows;
      // Another reader may have read again meanwhile.
      if (this.kept.get(place) !== kept) return this.read(place, mark, make);
    }
    const read = { mark, at: performance.now(), rows: make() };
    this.kept.delete(place);
    this.kept.set(place, read);
    if (this.kept.size > MAX_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return read.rows.catch((error: unknown) => {
      if (this.kept.get(place) === read) this.kept.delete(place);
      throw error;
    });
  }
}
