/**
 * Lets work about one person run one after the other, in the order in which it came, and work about others beside it. It
 * saves the tries that would be lost; that none is recorded twice is up to the database's unique keys.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(person: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(person) ?? Promise.resolve()).then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(person, settled);
    void settled.then(() => {
      if (this.last.get(person) === settled) this.last.delete(person);
    });
    return turn;
  }
}
