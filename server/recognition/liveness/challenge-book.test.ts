import { describe, expect, it } from 'vitest';
import { InMemoryShortLived } from '../../testing/in-memory-short-lived.js';
import { TestClock } from '../../testing/test-clock.js';
import { ChallengeBook } from './challenge-book.js';

const KIOSK = 'kiosk:door';

describe('ChallengeBook', () => {
  it('finds a challenge for the source that it was issued to, and for nobody else', async () => {
    const book = new ChallengeBook({ kept: new InMemoryShortLived(), clock: new TestClock() });
    const challenge = await book.issue(KIOSK);
    expect(await book.find(KIOSK, challenge.id)).toEqual(challenge);
    expect(await book.find('kiosk:yard', challenge.id)).toBeNull();
    expect(await book.find(KIOSK, 'another')).toBeNull();
  });

  it.each([
    [59, true],
    [60, false],
  ])('after %d seconds: may still be answered: %s', async (seconds, isFound) => {
    const clock = new TestClock();
    const book = new ChallengeBook({ kept: new InMemoryShortLived(), clock });
    const { id } = await book.issue(KIOSK);
    clock.forward(seconds / 60);
    expect((await book.find(KIOSK, id)) !== null).toBe(isFound);
  });

  it('does not find a challenge again that has ended', async () => {
    const book = new ChallengeBook({ kept: new InMemoryShortLived(), clock: new TestClock() });
    const challenge = await book.issue(KIOSK);
    await book.end(challenge);
    expect(await book.find(KIOSK, challenge.id)).toBeNull();
  });

  it('ends the one before when the same source asks again, and keeps that one when the old one ends late', async () => {
    const book = new ChallengeBook({ kept: new InMemoryShortLived(), clock: new TestClock() });
    const [first, second] = [await book.issue(KIOSK), await book.issue(KIOSK)];
    expect(await book.find(KIOSK, first.id)).toBeNull();
    await book.end(first);
    expect(await book.find(KIOSK, second.id)).toEqual(second);
  });

  it('asks for two turns, each of either side', async () => {
    const draws = [0, 0, 0, 1, 1, 0, 1, 1];
    const book = new ChallengeBook({
      kept: new InMemoryShortLived(),
      clock: new TestClock(),
      random: () => draws.shift() as number,
    });
    const steps = await Promise.all(Array.from({ length: 4 }, async () => (await book.issue(KIOSK)).steps.join(' ')));
    expect(steps).toEqual(['LEFT LEFT', 'LEFT RIGHT', 'RIGHT LEFT', 'RIGHT RIGHT']);
  });
});
