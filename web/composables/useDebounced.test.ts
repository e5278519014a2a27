import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, ref } from 'vue';
import { useDebounced, useDebouncedTask } from './useDebounced';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('useDebounced', () => {
  it('takes over only what is still there after the wait', () => {
    const scope = effectScope();
    const typed = ref('');
    const settled = scope.run(() => useDebounced(typed, 300));
    typed.value = 'a';
    vi.advanceTimersByTime(200);
    typed.value = 'ad';
    vi.advanceTimersByTime(299);
    expect(settled?.value).toBe('');
    vi.advanceTimersByTime(1);
    expect(settled?.value).toBe('ad');
    scope.stop();
  });
});

describe('useDebouncedTask', () => {
  it('runs once for a burst', () => {
    const task = vi.fn();
    const scope = effectScope();
    const trigger = scope.run(() => useDebouncedTask(task, 500, 2000));
    for (let i = 0; i < 3; i++) trigger?.();
    vi.advanceTimersByTime(5000);
    expect(task).toHaveBeenCalledTimes(1);
    scope.stop();
  });

  it('is not starved by calls that never pause', () => {
    const task = vi.fn();
    const scope = effectScope();
    const trigger = scope.run(() => useDebouncedTask(task, 500, 2000));
    for (let ms = 0; ms < 2100; ms += 100) {
      trigger?.();
      vi.advanceTimersByTime(100);
    }
    expect(task).toHaveBeenCalledTimes(1);
    scope.stop();
  });

  it('does nothing after its owner is gone', () => {
    const task = vi.fn();
    const scope = effectScope();
    const trigger = scope.run(() => useDebouncedTask(task, 500, 2000));
    trigger?.();
    scope.stop();
    vi.advanceTimersByTime(5000);
    expect(task).not.toHaveBeenCalled();
  });
});
