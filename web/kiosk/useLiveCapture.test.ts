import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import type { HeadMotion } from '../gql/graphql';
import { CHALLENGE_WITHIN_MS, useLiveCapture, type LiveCapture } from './useLiveCapture';

type Answer = HeadMotion[] | Error | 'hang';

/** A camera whose pictures are named by when they were taken, in ms from the press. */
function mount({ answer = ['LEFT'], shutter }: { answer?: Answer; shutter?: () => void } = {}) {
  const scope = effectScope();
  const startedAt = Date.now();
  const takenAt: number[] = [];
  const asked: AbortSignal[] = [];
  const live: LiveCapture = scope.run(() =>
    useLiveCapture({
      capture: async () => {
        shutter?.();
        takenAt.push(Date.now() - startedAt);
        return new Blob([String(takenAt.length)]);
      },
      askChallenge: (signal) => {
        asked.push(signal);
        if (answer instanceof Error) return Promise.reject(answer);
        if (answer !== 'hang') return Promise.resolve({ id: 'c1', steps: answer });
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
        );
      },
    }),
  )!;
  return { live, takenAt, asked, unmount: () => scope.stop() };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('useLiveCapture', () => {
  it('takes one picture at once, and asks nothing, where the check is off', async () => {
    const { live, takenAt, asked } = mount();
    const taking = live.take('OFF');
    expect(live.state.value.name).toBe('idle');
    const pictures = await taking;
    expect(pictures).toMatchObject({ frames: [], challengeId: null });
    expect(takenAt).toEqual([0]);
    expect(asked).toHaveLength(0);
  });

  it('takes two more pictures 150 ms apart where pictures are watched for', async () => {
    const { live, takenAt, asked } = mount();
    const taking = live.take('PASSIVE');
    expect(live.state.value.name).toBe('idle');
    await vi.advanceTimersByTimeAsync(300);
    const pictures = await taking;
    expect(takenAt).toEqual([0, 150, 300]);
    expect(pictures?.frames).toHaveLength(2);
    expect(asked).toHaveLength(0);
  });

  it('guides through the movement that the server asks for, and gives its id with the pictures', async () => {
    const { live, takenAt } = mount({ answer: ['RIGHT', 'LEFT'] });
    const taking = live.take('CHALLENGE');
    expect(live.state.value).toEqual({ name: 'guiding', guidance: 'STRAIGHT', taken: 0, total: null });
    await vi.advanceTimersByTimeAsync(1199);
    expect(live.state.value).toEqual({ name: 'guiding', guidance: 'STRAIGHT', taken: 0, total: 9 });
    await vi.advanceTimersByTimeAsync(1);
    expect(live.state.value).toEqual({ name: 'guiding', guidance: 'RIGHT', taken: 1, total: 9 });
    await vi.advanceTimersByTimeAsync(1200);
    expect(live.state.value).toMatchObject({ guidance: 'BACK', taken: 3 });
    await vi.advanceTimersByTimeAsync(1200);
    expect(live.state.value).toMatchObject({ guidance: 'LEFT', taken: 5 });
    await vi.advanceTimersByTimeAsync(2400);
    const pictures = await taking;
    expect(pictures).toMatchObject({ challengeId: 'c1' });
    expect(await pictures?.photo.text()).toBe('1');
    expect(await Promise.all(pictures?.frames.map((frame) => frame.text()) ?? [])).toEqual([...'23456789']);
    expect(takenAt).toEqual([1200, 1800, 2400, 3000, 3600, 4200, 4800, 5400, 6000]);
    expect(live.state.value.name).toBe('idle');
  });

  it('ends at once when it is cancelled, and takes no more pictures', async () => {
    const { live, takenAt } = mount();
    const taking = live.take('CHALLENGE');
    await vi.advanceTimersByTimeAsync(2000);
    const before = takenAt.length;
    live.cancel();
    expect(live.state.value.name).toBe('idle');
    expect(await taking).toBeNull();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(takenAt).toHaveLength(before);
  });

  it('takes the request back when it is cancelled while asking', async () => {
    const { live, asked } = mount({ answer: 'hang' });
    const taking = live.take('CHALLENGE');
    live.cancel();
    expect(asked[0]?.aborted).toBe(true);
    expect(await taking).toBeNull();
  });

  it('can be pressed again after it was cancelled', async () => {
    const { live } = mount();
    const first = live.take('CHALLENGE');
    live.cancel();
    const second = live.take('OFF');
    expect(await first).toBeNull();
    expect(await second).not.toBeNull();
  });

  it('ignores a press while one is under way', async () => {
    const { live, asked } = mount();
    void live.take('CHALLENGE');
    expect(await live.take('CHALLENGE')).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('throws when no movement is asked for in time', async () => {
    const { live } = mount({ answer: 'hang' });
    const failed = expect(live.take('CHALLENGE')).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(CHALLENGE_WITHIN_MS);
    await failed;
    expect(live.state.value.name).toBe('idle');
  });

  it('throws what the camera throws, and is ready again', async () => {
    const { live } = mount({
      shutter: () => {
        throw new Error('The camera is not on.');
      },
    });
    const failed = expect(live.take('PASSIVE')).rejects.toThrow('The camera is not on.');
    await failed;
    expect(live.state.value.name).toBe('idle');
  });

  it('stops with its owner', async () => {
    const { live, takenAt, unmount } = mount();
    void live.take('CHALLENGE');
    unmount();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(takenAt).toHaveLength(0);
  });
});
