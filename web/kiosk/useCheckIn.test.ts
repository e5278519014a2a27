import { ApolloError } from '@apollo/client/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import type { AttendAnswer, AttendRequest, Shown } from './attend-request';
import {
  ANSWER_WITHIN_MS,
  GREETING_MS,
  MAX_ATTEMPTS,
  PIN_MS,
  useCheckIn,
  type CheckIn,
  type KeepRequest,
} from './useCheckIn';
import type { Pictures } from './useLiveCapture';

const pictures: Pictures = { photo: new Blob(['jpeg']), frames: [new Blob(['frame'])], challengeId: 'c1' };
const face: Shown = { by: 'face', pictures };
const offline = (): ApolloError => new ApolloError({ networkError: new TypeError('Failed to fetch') });
const thrown = (code: string): ApolloError =>
  new ApolloError({ graphQLErrors: [{ message: code, extensions: { code } }] });
const refusal: AttendAnswer = { __typename: 'Refusal', reason: 'UNKNOWN_FACE', message: 'We do not know you.' };
const pinWanted: AttendAnswer = { __typename: 'Refusal', reason: 'PIN_REQUIRED', message: 'Enter your PIN.' };
const pinWrong: AttendAnswer = { __typename: 'Refusal', reason: 'WRONG_PIN', message: 'That PIN is not right.' };
const recorded: AttendAnswer = {
  __typename: 'AttendanceRecorded',
  event: {
    id: 'e1',
    kind: 'CHECK_IN',
    at: '2026-03-02T08:58:00Z',
    employee: { id: 'p1', name: 'Ada', position: 'Engineer', department: 'R&D' },
  },
  attendance: { id: 'a1', workedMinutes: null },
};

type Step = AttendAnswer | Error | 'hang';

/** A server that answers as told, one step a request; the last step repeats. */
function mount(
  steps: Step[],
  keep?: (request: KeepRequest) => Promise<boolean>,
): { checkIn: CheckIn; sent: AttendRequest[]; unmount: () => void } {
  const sent: AttendRequest[] = [];
  let keys = 0;
  const scope = effectScope();
  const checkIn = scope.run(() =>
    useCheckIn({
      ...(keep && { keep }),
      newKey: () => `key-${++keys}`,
      random: () => 1,
      send: (request) => {
        const step = steps[Math.min(sent.length, steps.length - 1)] ?? 'hang';
        sent.push(request);
        if (step === 'hang') {
          return new Promise((_, reject) =>
            request.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
          );
        }
        return step instanceof Error ? Promise.reject(step) : Promise.resolve(step);
      },
    }),
  );
  if (!checkIn) throw new Error('no scope');
  return { checkIn, sent, unmount: () => scope.stop() };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('useCheckIn', () => {
  it('goes from idle over sending to the outcome and back to idle after the greeting', async () => {
    const { checkIn } = mount([recorded]);
    expect(checkIn.state.value.name).toBe('idle');
    const pressed = checkIn.press('automatic', face);
    expect(checkIn.state.value).toEqual({ name: 'sending', attempt: 1 });
    await pressed;
    expect(checkIn.state.value).toEqual({ name: 'outcome', outcome: { kind: 'recorded', recorded } });
    vi.advanceTimersByTime(GREETING_MS - 1);
    expect(checkIn.state.value.name).toBe('outcome');
    vi.advanceTimersByTime(1);
    expect(checkIn.state.value.name).toBe('idle');
  });

  it('shows a refusal without trying again', async () => {
    const { checkIn, sent } = mount([refusal]);
    await checkIn.press('attend', face);
    expect(checkIn.state.value).toEqual({ name: 'outcome', outcome: { kind: 'refused', refusal } });
    expect(sent).toHaveLength(1);
  });

  it('sends the same key and pictures again after a lost connection', async () => {
    const { checkIn, sent } = mount([offline(), offline(), recorded]);
    const pressed = checkIn.press('leave', face);
    await vi.advanceTimersByTimeAsync(0);
    expect(checkIn.state.value).toMatchObject({ name: 'offline', attempt: 1, waitMs: 1000 });
    await vi.advanceTimersByTimeAsync(1000 + 2000);
    await pressed;
    expect(checkIn.state.value).toMatchObject({ name: 'outcome', outcome: { kind: 'recorded' } });
    expect(sent.map(({ key, mode }) => [key, mode])).toEqual(Array(3).fill(['key-1', 'leave']));
    expect(sent.every((request) => request.shown === face)).toBe(true);
  });

  it('takes a new key for each press', async () => {
    const { checkIn, sent } = mount([refusal]);
    await checkIn.press('automatic', face);
    await checkIn.press('automatic', face);
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
  });

  it('tries a busy server again shortly, with the same key', async () => {
    const { checkIn, sent } = mount([thrown('BUSY'), recorded]);
    void checkIn.press('automatic', face);
    await vi.advanceTimersByTimeAsync(1000);
    expect(checkIn.state.value.name).toBe('outcome');
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
  });

  it('takes a request without an answer for a lost connection', async () => {
    const { checkIn } = mount(['hang', recorded]);
    void checkIn.press('automatic', face);
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS);
    expect(checkIn.state.value.name).toBe('offline');
  });

  it('gives up after the last attempt and says why', async () => {
    const { checkIn, sent } = mount([offline()]);
    void checkIn.press('automatic', face);
    // 1 + 2 + 4 + 8 + 8 + 8 + 8 seconds of waiting
    await vi.advanceTimersByTimeAsync(39_000);
    expect(sent).toHaveLength(MAX_ATTEMPTS);
    expect(checkIn.state.value).toMatchObject({
      name: 'outcome',
      outcome: { kind: 'failed', problem: { kind: 'offline' } },
    });
  });

  it('does not repeat what the server rejects', async () => {
    const { checkIn, sent } = mount([thrown('BAD_USER_INPUT')]);
    await checkIn.press('automatic', face);
    expect(checkIn.state.value).toMatchObject({
      outcome: { kind: 'failed', problem: { kind: 'rejected', message: 'BAD_USER_INPUT' } },
    });
    expect(sent).toHaveLength(1);
  });

  it('ignores further presses while one is under way', async () => {
    const { checkIn, sent } = mount(['hang']);
    void checkIn.press('automatic', face);
    await checkIn.press('automatic', face);
    expect(sent).toHaveLength(1);
  });

  it('can be cancelled while sending and while waiting, and never sends again', async () => {
    const { checkIn, sent } = mount(['hang', offline(), recorded]);
    void checkIn.press('automatic', face);
    checkIn.reset();
    expect(sent[0]?.signal.aborted).toBe(true);
    void checkIn.press('automatic', face);
    await vi.advanceTimersByTimeAsync(0);
    expect(checkIn.state.value.name).toBe('offline');
    checkIn.reset();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(checkIn.state.value.name).toBe('idle');
    expect(sent).toHaveLength(2);
  });

  it('tries at once when asked to', async () => {
    const { checkIn } = mount([offline(), recorded]);
    void checkIn.press('automatic', face);
    await vi.advanceTimersByTimeAsync(0);
    checkIn.retryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(checkIn.state.value.name).toBe('outcome');
  });

  it('stops with its owner', async () => {
    const { checkIn, sent, unmount } = mount([offline()]);
    void checkIn.press('automatic', face);
    await vi.advanceTimersByTimeAsync(0);
    unmount();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
  });

  it('sends the same pictures with the PIN that is asked for, under a new key', async () => {
    const { checkIn, sent } = mount([pinWanted, pinWrong, recorded]);
    await checkIn.press('attend', face);
    expect(checkIn.state.value).toEqual({ name: 'pin', refusal: pinWanted });
    await checkIn.enterPin('111222');
    expect(checkIn.state.value).toEqual({ name: 'pin', refusal: pinWrong });
    await checkIn.enterPin('480215');
    expect(checkIn.state.value).toMatchObject({ outcome: { kind: 'recorded' } });
    expect(sent.map(({ mode, pin, key }) => [mode, pin, key])).toEqual([
      ['attend', null, 'key-1'],
      ['attend', '111222', 'key-2'],
      ['attend', '480215', 'key-3'],
    ]);
    expect(sent.every((request) => request.shown === face)).toBe(true);
  });

  it('asks for no PIN of somebody who has none', async () => {
    const { checkIn } = mount([{ __typename: 'Refusal', reason: 'PIN_MISSING', message: 'You have none yet.' }]);
    await checkIn.press('automatic', face);
    expect(checkIn.state.value).toMatchObject({ name: 'outcome', outcome: { kind: 'refused' } });
  });

  it('puts the PIN pad away when nobody types for a while', async () => {
    const { checkIn, sent } = mount([pinWanted]);
    await checkIn.press('automatic', face);
    vi.advanceTimersByTime(PIN_MS - 1);
    checkIn.stay();
    vi.advanceTimersByTime(PIN_MS - 1);
    expect(checkIn.state.value.name).toBe('pin');
    vi.advanceTimersByTime(1);
    expect(checkIn.state.value.name).toBe('idle');
    await checkIn.enterPin('480215');
    expect(sent).toHaveLength(1);
  });

  it('does not put the pad away while the PIN is on its way', async () => {
    const { checkIn } = mount([pinWanted, offline(), recorded]);
    await checkIn.press('automatic', face);
    vi.advanceTimersByTime(PIN_MS - 1);
    const entered = checkIn.enterPin('480215');
    await vi.advanceTimersByTimeAsync(1000);
    await entered;
    expect(checkIn.state.value).toMatchObject({ outcome: { kind: 'recorded' } });
  });

  it('takes no new press while a PIN is asked for', async () => {
    const { checkIn, sent } = mount([pinWanted]);
    await checkIn.press('automatic', face);
    await checkIn.press('automatic', face);
    expect(sent).toHaveLength(1);
  });
});

describe('without a connection', () => {
  it('what can be kept is kept after the second try, with the time of the press and its key', async () => {
    vi.setSystemTime('2026-03-02T08:00:00Z');
    const kept: KeepRequest[] = [];
    const { checkIn, sent } = mount([offline()], (request) => Promise.resolve(kept.push(request) > 0));
    void checkIn.press('attend', face);
    await vi.advanceTimersByTimeAsync(1000);
    expect(checkIn.state.value).toMatchObject({ name: 'outcome', outcome: { kind: 'kept' } });
    expect(sent).toHaveLength(2);
    expect(kept).toMatchObject([{ key: 'key-1', shown: face, capturedAt: new Date('2026-03-02T08:00:00Z') }]);
  });

  it('what cannot be kept is tried on', async () => {
    const { checkIn } = mount([offline()], () => Promise.resolve(false));
    void checkIn.press('attend', face);
    await vi.advanceTimersByTimeAsync(1000);
    expect(checkIn.state.value).toMatchObject({ name: 'offline', attempt: 2 });
  });

  it('a server that is busy is no lost connection', async () => {
    const keep = vi.fn(() => Promise.resolve(true));
    const { checkIn } = mount([thrown('BUSY'), thrown('BUSY'), recorded], keep);
    void checkIn.press('attend', face);
    await vi.advanceTimersByTimeAsync(2000);
    expect(checkIn.state.value).toMatchObject({ outcome: { kind: 'recorded' } });
    expect(keep).not.toHaveBeenCalled();
  });
});
