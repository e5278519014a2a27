import { describe, expect, it } from 'vitest';
import { Signal } from './events.js';
import { isSettled } from './testing/settled.js';

describe('a signal', () => {
  it('keeps a reader waiting while nothing is raised', async () => {
    const signal = new Signal();
    expect(await isSettled(signal.since(signal.mark))).toBe(false);
  });

  it('wakes a reader that waits already', async () => {
    const signal = new Signal();
    const waiting = signal.since(signal.mark);
    signal.raise();
    expect(await isSettled(waiting)).toBe(true);
  });

  it('wakes a reader for what was raised between its mark and its waiting', async () => {
    const signal = new Signal();
    const mark = signal.mark;
    signal.raise();
    expect(await isSettled(signal.since(mark))).toBe(true);
  });

  it('does not wake a reader for what was raised before its mark', async () => {
    const signal = new Signal();
    signal.raise();
    expect(await isSettled(signal.since(signal.mark))).toBe(false);
  });

  it('is one wake-up, however often it was raised', async () => {
    const signal = new Signal();
    const mark = signal.mark;
    for (let time = 0; time < 5; time++) signal.raise();
    await signal.since(mark);
    expect(await isSettled(signal.since(signal.mark))).toBe(false);
  });

  it('wakes everybody who waits, and again the next time', async () => {
    const signal = new Signal();
    for (let time = 0; time < 3; time++) {
      const waiting = [signal.since(signal.mark), signal.since(signal.mark)];
      expect(await isSettled(Promise.any(waiting))).toBe(false);
      signal.raise();
      expect(await isSettled(Promise.all(waiting))).toBe(true);
    }
  });
});
