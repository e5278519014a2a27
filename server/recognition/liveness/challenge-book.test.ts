import { describe, expect, it } from 'vitest';
import { TestClock } from '../../testing/test-clock.js';
import { ChallengeBook } from './challenge-book.js';

const KIOSK = 'kiosk:door';

describe('ChallengeBook', () => {
  it('finds a challenge for the source that it was issued to, and for nobody else', () => {
    const book = new ChallengeBook({ clock: new TestClock() });
    const challenge = book.issue(KIOSK);
    expect(book.find(KIOSK, challenge.id)).toEqual(challenge);
    expect(book.find('kiosk:yard', challenge.id)).toBeNull();
    expect(book.find(KIOSK, 'another')).toBeNull();
  });

  it.each([
    [59, true],
    [60, false],
  ])('after %d seconds: may still be answered: %s', (seconds, isFound) => {
    const clock = new TestClock();
    const book = new ChallengeBook({ clock });
    const { id } = book.issue(KIOSK);
    clock.forward(seconds / 60);
    expect(book.find(KIOSK, id) !== null).toBe(isFound);
  });

  it('does not find a challenge again that has ended', () => {
    const book = new ChallengeBook({ clock: new TestClock() });
    const challenge = book.issue(KIOSK);
    book.end(challenge);
    expect(book.find(KIOSK, challenge.id)).toBeNull();
  });

  it('ends the one before when the same source asks again, and keeps that one when the old one ends late', () => {
    const book = new ChallengeBook({ clock: new TestClock() });
    const [first, second] = [book.issue(KIOSK), book.issue(KIOSK)];
    expect(book.find(KIOSK, first.id)).toBeNull();
    book.end(first);
    expect(book.find(KIOSK, second.id)).toEqual(second);
  });

  it('asks for two turns, each of either side', () => {
    const draws = [0, 0, 0, 1, 1, 0, 1, 1];
    const book = new ChallengeBook({ clock: new TestClock(), random: () => draws.shift() as number });
    const steps = Array.from({ length: 4 }, () => book.issue(KIOSK).steps.join(' '));
    expect(steps).toEqual(['LEFT LEFT', 'LEFT RIGHT', 'RIGHT LEFT', 'RIGHT RIGHT']);
  });

  it('forgets the oldest of ten thousand', () => {
    const book = new ChallengeBook({ clock: new TestClock() });
    const first = book.issue('kiosk:0');
    for (let kiosk = 1; kiosk < 10_000; kiosk++) book.issue(`kiosk:${kiosk}`);
    expect(book.find('kiosk:0', first.id)).toEqual(first);
    book.issue('kiosk:more');
    expect(book.find('kiosk:0', first.id)).toBeNull();
  });
});
