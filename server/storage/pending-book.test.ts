import { beforeEach, expect, it } from 'vitest';
import { temporaryDatabase } from '../testing/temporary-database.js';
import { TestClock } from '../testing/test-clock.js';
import { PendingBook } from './pending-book.js';
import { ShortLivedRepository } from './short-lived.repository.js';

let kept: ShortLivedRepository;
beforeEach(() => {
  kept = new ShortLivedRepository(temporaryDatabase());
});

function setUp(tries = 2) {
  const clock = new TestClock('2026-03-02T08:00:00Z');
  const open = () => new PendingBook<string>({ kept, clock, prefix: 'x', validSeconds: 60, tries });
  return { clock, open, book: open() };
}

it('gives what was begun as often as there are tries, at whichever server', async () => {
  const { book, open } = setUp();
  const { token, expiresAt } = await book.begin('ana');
  expect(expiresAt).toEqual(new Date('2026-03-02T08:01:00Z'));
  expect([await book.take(token), await open().take(token), await book.take(token)]).toEqual(['ana', 'ana', null]);
});

it('gives no more than the tries to many at once', async () => {
  const { book } = setUp();
  const { token } = await book.begin('ana');
  const taken = await Promise.all(Array.from({ length: 10 }, () => book.take(token)));
  expect(taken.filter((value) => value !== null)).toHaveLength(2);
});

it('ends once, also after the last try', async () => {
  const { book } = setUp(1);
  const { token } = await book.begin('ana');
  expect(await book.take(token)).toBe('ana');
  expect([await book.end(token), await book.end(token), await book.take(token)]).toEqual([true, false, null]);
});

it('forgets what took too long', async () => {
  const { book, clock } = setUp();
  const { token } = await book.begin('ana');
  clock.forward(1);
  expect(await book.take(token)).toBeNull();
  await book.begin('bo');
  expect(await book.end(token)).toBe(false);
});

it('keeps nothing that tells the value or the token', async () => {
  const { book, clock } = setUp();
  const { token } = await book.begin('a secret');
  const { createHash } = await import('node:crypto');
  const place = `x ${createHash('sha256').update(token).digest('hex')}`;
  const stored = await kept.find(place, clock.now());
  expect(Buffer.from(stored!).toString('latin1')).not.toContain('a secret');
});
