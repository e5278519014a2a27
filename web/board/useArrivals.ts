import { onScopeDispose, readonly, ref, shallowRef, watch, type Ref } from 'vue';
import { useOnline } from '../composables/useOnline';
import { backoffMs } from '../lib/backoff';
import { describeProblem, type RequestProblem } from '../lib/request-problem';
import type { Arrival, ArrivalsSource } from './arrivals-source';
import { mergeArrival } from './merge-arrivals';

/** connecting: the first time. offline: no network, or several attempts in a row have failed. */
export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'offline';

interface ArrivalsOptions {
  source: ArrivalsSource;
  online?: Readonly<Ref<boolean>>;
  random?: () => number;
  /** Called for each arrival that was not known yet, and each time the connection stands again. */
  onNews?: () => void;
}

const OFFLINE_AFTER_ATTEMPTS = 3;
const STABLE_AFTER_MS = 5_000;
const FROM_THE_START = '0';

/**
 * The arrivals, newest first: what the server has, then what it sends. After a lost connection it asks for what followed
 * the last arrival received, so that none is missed; ids settle repeats.
 */
export function useArrivals({ source, online = useOnline(), random = Math.random, onNews }: ArrivalsOptions) {
  const arrivals = shallowRef<readonly Arrival[] | null>(null);
  const status = ref<LiveStatus>('connecting');
  const problem = shallowRef<RequestProblem | null>(null);
  // The last new arrival in the order of the log, which is the order of sending, not of ids.
  let lastSeen: string | null = null;
  let failures = 0;
  let unsubscribe: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stableTimer: ReturnType<typeof setTimeout> | undefined;
  // Counts the connections begun, so that an answer to an older one is thrown away.
  let turns = 0;

  function disconnect(): void {
    turns += 1;
    clearTimeout(timer);
    clearTimeout(stableTimer);
    unsubscribe?.();
    unsubscribe = undefined;
  }

  function retryLater(): void {
    failures += 1;
    status.value = !online.value || failures >= OFFLINE_AFTER_ATTEMPTS ? 'offline' : 'reconnecting';
    clearTimeout(timer);
    clearTimeout(stableTimer);
    timer = setTimeout(() => void connect(), backoffMs(failures, { capMs: 15_000, random }));
  }

  /** True when trying again is of no use. */
  function isFinal({ kind }: RequestProblem): boolean {
    return kind === 'signed-out' || kind === 'forbidden';
  }

  function failed(error: unknown): void {
    const described = describeProblem(error);
    if (isFinal(described)) {
      problem.value = described;
      status.value = 'offline';
      return;
    }
    // Before the first list there is nothing else to look at, so the reason is shown.
    if (arrivals.value === null) problem.value = described;
    // The cursor is not known to the server (a restored database): start over from its newest.
    if (described.kind === 'rejected') lastSeen = null;
    retryLater();
  }

  async function connect(): Promise<void> {
    disconnect();
    const turn = turns;
    if (lastSeen === null) {
      try {
        const newest = await source.newest();
        if (turn !== turns) return;
        arrivals.value = newest;
        lastSeen = newest[0]?.id ?? FROM_THE_START;
        problem.value = null;
      } catch (error) {
        if (turn === turns) failed(error);
        return;
      }
    }
    unsubscribe = source.subscribe(lastSeen, {
      connected: () => {
        status.value = 'live';
        failures = Math.min(failures, 1);
        stableTimer = setTimeout(() => (failures = 0), STABLE_AFTER_MS);
        onNews?.();
      },
      next: (arrival) => {
        const merged = mergeArrival(arrivals.value ?? [], arrival);
        if (merged === arrivals.value) return;
        arrivals.value = merged;
        lastSeen = arrival.id;
        onNews?.();
      },
      ended: failed,
    });
  }

  /** Tries at once. */
  function retry(): void {
    if (status.value === 'live') return;
    problem.value = null;
    status.value = arrivals.value === null ? 'connecting' : 'reconnecting';
    void connect();
  }

  watch(online, (isOnline) => (isOnline ? retry() : (status.value = 'offline')));
  onScopeDispose(disconnect);
  void connect();

  return { arrivals, status: readonly(status), problem: readonly(problem), retry };
}
