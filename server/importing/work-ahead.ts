/**
 * Works on a few items at once and gives what came of each in the order of the items: never more than `ahead` are under
 * way or waiting to be taken, so that memory is bounded.
 */
export async function* workAhead<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<{ item: Item; result: Result }, void, undefined> {
  const under: { item: Item; result: Promise<Result> }[] = [];
  for (const item of items) {
    const result = work(item);
    // Whoever takes it sees the error; until then it is not unhandled.
    result.catch(() => undefined);
    under.push({ item, result });
    if (under.length < ahead) continue;
    const first = under.shift()!;
    yield { item: first.item, result: await first.result };
  }
  for (const { item, result } of under) yield { item, result: await result };
}
