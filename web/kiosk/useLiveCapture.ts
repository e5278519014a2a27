import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import type { HeadMotion, LivenessLevel } from '../gql/graphql';
import { challengePlan, STILL_PLAN, type Guidance, type Shot } from './challenge-plan';

/** What a punch goes by: a photo and, where a living person is checked for, what was taken besides. */
export interface Pictures {
  photo: Blob;
  /** Of the same moment, in order. */
  frames: Blob[];
  /** Of the challenge that the frames answer. */
  challengeId: string | null;
}

export type LiveCaptureState =
  | { name: 'idle' }
  /** `taken` of `total` pictures are there; total is null until the server has said what to do. */
  | { name: 'guiding'; guidance: Guidance; taken: number; total: number | null };

interface LiveCaptureOptions {
  /** What the camera sees now. */
  capture: () => Promise<Blob>;
  /** Asks the server for a movement. */
  askChallenge: (signal: AbortSignal) => Promise<{ id: string; steps: readonly HeadMotion[] }>;
}

export interface LiveCapture {
  state: Readonly<Ref<LiveCaptureState>>;
  /**
   * Takes what the level asks for; null when it was cancelled or one is under way. Throws what the camera or the
   * request throws.
   */
  take(level: LivenessLevel): Promise<Pictures | null>;
  cancel(): void;
}

export const CHALLENGE_WITHIN_MS = 8_000;

/**
 * Takes the pictures of one press. Where a movement is asked for: idle -> guiding (picture by picture) -> idle; else it is
 * over before there would be anything to read.
 */
export function useLiveCapture({ capture, askChallenge }: LiveCaptureOptions): LiveCapture {
  const state = ref<LiveCaptureState>({ name: 'idle' }) as Ref<LiveCaptureState>;
  let current: AbortController | null = null;

  async function take(level: LivenessLevel): Promise<Pictures | null> {
    if (current) return null;
    const press = (current = new AbortController());
    try {
      if (level === 'OFF') return await follow([{ guidance: 'STRAIGHT', afterMs: 0 }], null, press.signal);
      if (level === 'PASSIVE') return await follow(STILL_PLAN, null, press.signal);
      state.value = { name: 'guiding', guidance: 'STRAIGHT', taken: 0, total: null };
      const challenge = await ask(press.signal);
      return await follow(challengePlan(challenge.steps), challenge.id, press.signal);
    } catch (error) {
      if (press.signal.aborted) return null;
      throw error;
    } finally {
      if (current === press) finish();
    }
  }

  /** A challenge that does not come in time is a lost connection. */
  async function ask(press: AbortSignal): ReturnType<typeof askChallenge> {
    const request = new AbortController();
    const abort = (): void => request.abort();
    press.addEventListener('abort', abort, { once: true });
    const timer = setTimeout(abort, CHALLENGE_WITHIN_MS);
    try {
      return await askChallenge(request.signal);
    } finally {
      clearTimeout(timer);
      press.removeEventListener('abort', abort);
    }
  }

  async function follow(
    plan: readonly Shot[],
    challengeId: string | null,
    press: AbortSignal,
  ): Promise<Pictures | null> {
    const taken: Blob[] = [];
    for (const { guidance, afterMs } of plan) {
      if (press.aborted) return null;
      if (challengeId !== null) state.value = { name: 'guiding', guidance, taken: taken.length, total: plan.length };
      if (afterMs > 0) await pause(afterMs, press);
      if (press.aborted) return null;
      taken.push(await capture());
    }
    const [photo, ...frames] = taken;
    return press.aborted || !photo ? null : { photo, frames, challengeId };
  }

  function finish(): void {
    current = null;
    state.value = { name: 'idle' };
  }

  function cancel(): void {
    current?.abort();
    finish();
  }

  onScopeDispose(cancel);
  return { state: readonly(state) as Readonly<Ref<LiveCaptureState>>, take, cancel };
}

/** Ends early when `signal` is aborted. */
function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    signal.addEventListener('abort', done);
  });
}
