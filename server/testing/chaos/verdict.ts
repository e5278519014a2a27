/** What is compared at the end of a run. A request is named by the kiosk that made it and its key. */
export interface Evidence {
  /** Every request that a kiosk sent, whether it was answered or not. */
  asked: ReadonlySet<string>;
  /** Request -> the event that its kiosk was told of. */
  acknowledged: ReadonlyMap<string, string>;
  /** The log of the database, in its order. */
  log: readonly LoggedEvent[];
  subscribers: readonly Subscriber[];
}

export interface LoggedEvent {
  id: string;
  /** The requests that it is the answer to; one, unless something is wrong. */
  requests: readonly string[];
  departmentId: string;
}

export interface Subscriber {
  /** Ids of events as they came, over all connections. */
  seen: readonly string[];
  /** Whose events it may see; null for everybody's. */
  departmentId: string | null;
}

/** How many times something was not as promised; all 0 when the promise was kept. */
export interface Faulty {
  /** Acknowledged requests whose event is not in the log. */
  lost: number;
  /** Events that are in the log without a request of their own: once more for one, or for none that a kiosk sent. */
  doubled: number;
  /** Events that a subscriber never got, over all subscribers. */
  gaps: number;
  /** … that it got again. */
  repeats: number;
  /** … that it got before an earlier one, or that it may not see, or that are not in the log. */
  misplaced: number;
}

export function judge({ asked, acknowledged, log, subscribers }: Evidence): Faulty {
  const eventOf = new Map(log.flatMap(({ id, requests }) => requests.map((request) => [request, id])));
  const lost = [...acknowledged].filter(([request, id]) => eventOf.get(request) !== id).length;

  const [ids, answered] = [new Set<string>(), new Set<string>()];
  let doubled = 0;
  for (const { id, requests } of log) {
    const [request] = requests;
    const isOneOfOne = requests.length === 1 && asked.has(request!) && !answered.has(request!) && !ids.has(id);
    if (!isOneOfOne) doubled++;
    ids.add(id);
    for (const each of requests) answered.add(each);
  }
  const sequences = subscribers.map(({ seen, departmentId }) =>
    compareSequences(
      seen,
      log.filter((event) => departmentId === null || event.departmentId === departmentId).map(({ id }) => id),
    ),
  );
  const sum = (what: keyof ReturnType<typeof compareSequences>) =>
    sequences.reduce((total, sequence) => total + sequence[what], 0);
  return { lost, doubled, gaps: sum('gaps'), repeats: sum('repeats'), misplaced: sum('misplaced') };
}

function compareSequences(seen: readonly string[], expected: readonly string[]) {
  const placeOf = new Map(expected.map((id, place) => [id, place]));
  const got = new Set<string>();
  let [repeats, misplaced, last] = [0, 0, -1];
  for (const id of seen) {
    const place = placeOf.get(id);
    if (got.has(id)) repeats++;
    else if (place === undefined || place < last) misplaced++;
    if (place !== undefined) last = Math.max(last, place);
    got.add(id);
  }
  return { gaps: expected.filter((id) => !got.has(id)).length, repeats, misplaced };
}
