import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { backoffMs } from '../lib/backoff';
import { newIdempotencyKey } from '../lib/idempotency-key';
import { describeProblem, type RequestProblem } from '../lib/request-problem';
import type { AttendMode } from './attend-mode';
import type { AttendAnswer, SendAttend } from './attend-request';

export type Outcome =
  | { kind: 'recorded'; recorded: Extract<AttendAnswer, { __typename: 'AttendanceRecorded' }> }
  | { kind: 'refused'; refusal: Extract<AttendAnswer, { __typename: 'Refusal' }> }
  | { kind: 'failed'; problem: RequestProblem };

export type CheckInState =
  | { name: 'idle' }
  | { name: 'sending'; attempt: number }
  | { name: 'offline'; attempt: number; waitMs: number; problem: RequestProblem }
  | { name: 'outcome'; outcome: Outcome };

interface CheckInOptions {
  send: SendAttend;
  newKey?: () => string;
  random?: () => number;
}

export const MAX_ATTEMPTS = 8;
export const ANSWER_WITHIN_MS = 20_000;
export const GREETING_MS = 6_000;
const REFUSAL_MS = 12_000;
const BUSY_WAIT_MS = 800;

export interface CheckIn {
  state: Readonly<Ref<CheckInState>>;
  /** One press: a new key, one photo, tried until an answer comes, MAX_ATTEMPTS are used up or it is cancelled. Ignored while one is under way. */
  press(mode: AttendMode, photo: Blob): Promise<void>;
  /** Tries at once instead of waiting on. */
  retryNow(): void;
  /** Gives the press up, or puts an outcome away. */
  reset(): void;
}

/** The life of one press at the kiosk: idle -> sending (-> offline -> sending …) -> outcome -> idle. */
export function useCheckIn({ send, newKey = newIdempotencyKey, random = Math.random }: CheckInOptions): CheckIn {
  const state = ref<CheckInState>({ name: 'idle' }) as Ref<CheckInState>;
  let controller = new AbortController();
  let resetTimer: ReturnType<typeof setTimeout> | undefined;
  let wake: (() => void) | undefined;

  function reset(): void {
    controller.abort();
    clearTimeout(resetTimer);
    wake?.();
    state.value = { name: 'idle' };
  }

  function finish(outcome: Outcome): void {
    state.value = { name: 'outcome', outcome };
    resetTimer = setTimeout(reset, outcome.kind === 'recorded' ? GREETING_MS : REFUSAL_MS);
  }

  function pause(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function sendOnce(mode: AttendMode, photo: Blob, key: string, press: AbortSignal): Promise<AttendAnswer> {
    const attempt = new AbortController();
    const abort = (): void => attempt.abort();
    press.addEventListener('abort', abort, { once: true });
    const timer = setTimeout(abort, ANSWER_WITHIN_MS);
    try {
      return await send({ mode, photo, key, signal: attempt.signal });
    } finally {
      clearTimeout(timer);
      press.removeEventListener('abort', abort);
    }
  }

  async function press(mode: AttendMode, photo: Blob): Promise<void> {
    if (state.value.name === 'sending' || state.value.name === 'offline') return;
    clearTimeout(resetTimer);
    controller = new AbortController();
    const { signal } = controller;
    const key = newKey();
    for (let attempt = 1; ; attempt++) {
      state.value = { name: 'sending', attempt };
      try {
        const answer = await sendOnce(mode, photo, key, signal);
        if (!signal.aborted) finish(outcomeOf(answer));
        return;
      } catch (error) {
        if (signal.aborted) return;
        const problem = describeProblem(error);
        const worthTrying = problem.kind === 'offline' || problem.kind === 'busy';
        if (!worthTrying || attempt === MAX_ATTEMPTS) return finish({ kind: 'failed', problem });
        const waitMs = problem.kind === 'busy' ? BUSY_WAIT_MS : backoffMs(attempt, { capMs: 8_000, random });
        state.value = { name: 'offline', attempt, waitMs, problem };
        await pause(waitMs);
        if (signal.aborted) return;
      }
    }
  }

  onScopeDispose(reset);
  return { state: readonly(state) as Readonly<Ref<CheckInState>>, press, retryNow: () => wake?.(), reset };
}

function outcomeOf(answer: AttendAnswer): Outcome {
  return answer.__typename === 'Refusal'
    ? { kind: 'refused', refusal: answer }
    : { kind: 'recorded', recorded: answer };
}
