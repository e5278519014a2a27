import { expect, it } from 'vitest';
import { TestClock } from '../testing/test-clock.js';
import { PendingBook } from './pending-book.js';

function setUp(tries = 2) {
  const clock = new TestClock('2026-03-02T08:00:00Z');
  return { clock, book: new PendingBook<string>({ clock, prefix: 'x', validSeconds: 60, tries }) };
}

it('gives what was begun as often as there are tries', () => {
  const { book } = setUp();
  const { token, expiresAt } = book.begin('ana');
  expect(expiresAt).toEqual(new Date('2026-03-02T08:01:00Z'));
  expect([book.take(token), book.take(token), book.take(token)]).toEqual(['ana', 'ana', null]);
});

it('ends once, also after the last try', () => {
  const { book } = setUp(1);
  const { token } = book.begin('ana');
  expect(book.take(token)).toBe('ana');
  expect([book.end(token), book.end(token), book.take(token)]).toEqual([true, false, null]);
});

it('forgets what took too long', () => {
  const { book, clock } = setUp();
  const { token } = book.begin('ana');
  clock.forward(1);
  expect(book.take(token)).toBeNull();
});

it('lets the oldest give way to many', () => {
  const { book } = setUp();
  const { token } = book.begin('first');
  for (let index = 0; index < 10_000; index++) book.begin('other');
  expect(book.take(token)).toBeNull();
});
