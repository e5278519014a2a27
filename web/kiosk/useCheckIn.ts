import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import type { RefusalReason } from '../gql/graphql';
import { backoffMs } from '../lib/backoff';
import { newIdempotencyKey } from '../lib/idempotency-key';
import { describeProblem, type RequestProblem } from '../lib/request-problem';
import type { AttendMode } from './attend-mode';
import type { AttendAnswer, AttendRequest, SendAttend, Shown } from './attend-request';
import { clock } from '../lib/clock';

type Refused = Extract<AttendAnswer, { __typename: 'Refusal' }>;

export type Outcome =
  | { kind: 'recorded'; recorded: Extract<AttendAnswer, { __typename: 'AttendanceRecorded' }> }
  | { kind: 'refused'; refusal: Refused }
  | { kind: 'failed'; problem: RequestProblem }
  /** There was no connection: it is kept on this device and sent later. */
  | { kind: 'kept'; at: Date };

export type CheckInState =
  | { name: 'idle' }
  | { name: 'sending'; attempt: number }
  | { name: 'offline'; attempt: number; waitMs: number; problem: RequestProblem }
  /** A PIN is asked for besides the face, or the last one was wrong. */
  | { name: 'pin'; refusal: Refused }
  | { name: 'outcome'; outcome: Outcome };

interface CheckInOptions {
  send: SendAttend;
  /** Keeps a request while there is no connection; false where it cannot be kept. */
  keep?: (request: KeepRequest) => Promise<boolean>;
  now?: () => Date;
  newKey?: () => string;
  random?: () => number;
}

export type KeepRequest = Omit<AttendRequest, 'signal' | 'capturedAt'> & { capturedAt: Date };

export const MAX_ATTEMPTS = 8;
/** After so many without a connection what can be kept is kept, so that nobody waits at the door. */
const ATTEMPTS_BEFORE_KEEPING = 2;
export const ANSWER_WITHIN_MS = 20_000;
export const GREETING_MS = 6_000;
export const PIN_MS = 30_000;
const REFUSAL_MS = 12_000;
const BUSY_WAIT_MS = 800;
const WANTS_PIN: readonly RefusalReason[] = ['PIN_REQUIRED', 'WRONG_PIN'];

export interface CheckIn {
  state: Readonly<Ref<CheckInState>>;
  /**
   * One press: a new key, the same pictures or what was entered, tried until an answer comes, MAX_ATTEMPTS are used up or it is cancelled.
   * Ignored while one is under way.
   */
  press(mode: AttendMode, shown: Shown): Promise<void>;
  /** Sends what a PIN is asked for again, with it and a new key. Ignored where none is asked for. */
  enterPin(pin: string): Promise<void>;
  /** Somebody is at the PIN pad: it waits another PIN_MS. */
  stay(): void;
  /** Tries at once instead of waiting on. */
  retryNow(): void;
  /** Gives the press up, or puts an outcome away. */
  reset(): void;
}

/** The life of one press at the kiosk: idle -> sending (-> offline -> sending …) (-> pin -> sending …) -> outcome -> idle. */
export function useCheckIn({
  send,
  keep = () => Promise.resolve(false),
  newKey = newIdempotencyKey,
  random = Math.random,
  now = () => clock.now(),
}: CheckInOptions): CheckIn {
  const state = ref<CheckInState>({ name: 'idle' }) as Ref<CheckInState>;
  let controller = new AbortController();
  let resetTimer: ReturnType<typeof setTimeout> | undefined;
  let wake: (() => void) | undefined;
  let pressed: Pick<AttendRequest, 'mode' | 'shown'> | undefined;

  function reset(): void {
    controller.abort();
    clearTimeout(resetTimer);
    wake?.();
    pressed = undefined;
    state.value = { name: 'idle' };
  }

  function resetIn(waitMs: number): void {
    clearTimeout(resetTimer);
    resetTimer = setTimeout(reset, waitMs);
  }

  function finish(outcome: Outcome): void {
    if (outcome.kind === 'refused' && WANTS_PIN.includes(outcome.refusal.reason)) {
      state.value = { name: 'pin', refusal: outcome.refusal };
      return resetIn(PIN_MS);
    }
    pressed = undefined;
    state.value = { name: 'outcome', outcome };
    resetIn(outcome.kind === 'recorded' || outcome.kind === 'kept' ? GREETING_MS : REFUSAL_MS);
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

  async function sendOnce(request: Omit<AttendRequest, 'signal'>, press: AbortSignal): Promise<AttendAnswer> {
    const attempt = new AbortController();
    const abort = (): void => attempt.abort();
    press.addEventListener('abort', abort, { once: true });
    const timer = setTimeout(abort, ANSWER_WITHIN_MS);
    try {
      return await send({ ...request, signal: attempt.signal });
    } finally {
      clearTimeout(timer);
      press.removeEventListener('abort', abort);
    }
  }

  async function press(mode: AttendMode, shown: Shown): Promise<void> {
    if (state.value.name !== 'idle' && state.value.name !== 'outcome') return;
    pressed = { mode, shown };
    await sendUntilAnswered({ ...pressed, pin: null });
  }

  async function enterPin(pin: string): Promise<void> {
    if (state.value.name === 'pin' && pressed) await sendUntilAnswered({ ...pressed, pin });
  }

  async function sendUntilAnswered(entered: Omit<AttendRequest, 'key' | 'signal' | 'capturedAt'>): Promise<void> {
    clearTimeout(resetTimer);
    controller = new AbortController();
    const { signal } = controller;
    const request = { ...entered, key: newKey(), capturedAt: null };
    const at = now();
    for (let attempt = 1; ; attempt++) {
      state.value = { name: 'sending', attempt };
      try {
        const answer = await sendOnce(request, signal);
        if (!signal.aborted) finish(outcomeOf(answer));
        return;
      } catch (error) {
        if (signal.aborted) return;
        const problem = describeProblem(error);
        const worthTrying = problem.kind === 'offline' || problem.kind === 'busy';
        const isCut = problem.kind === 'offline' && attempt >= ATTEMPTS_BEFORE_KEEPING;
        if (isCut && (await keep({ ...request, capturedAt: at }))) return finish({ kind: 'kept', at });
        if (signal.aborted) return;
        if (!worthTrying || attempt === MAX_ATTEMPTS) return finish({ kind: 'failed', problem });
        const waitMs = problem.kind === 'busy' ? BUSY_WAIT_MS : backoffMs(attempt, { capMs: 8_000, random });
        state.value = { name: 'offline', attempt, waitMs, problem };
        await pause(waitMs);
        if (signal.aborted) return;
      }
    }
  }

  onScopeDispose(reset);
  return {
    state: readonly(state) as Readonly<Ref<CheckInState>>,
    press,
    enterPin,
    stay: () => state.value.name === 'pin' && resetIn(PIN_MS),
    retryNow: () => wake?.(),
    reset,
  };
}

function outcomeOf(answer: AttendAnswer): Outcome {
  return answer.__typename === 'Refusal'
    ? { kind: 'refused', refusal: answer }
    : { kind: 'recorded', recorded: answer };
}
