import { describe, expect, it } from 'vitest';
import type { DomainError } from '../errors.js';
import { TestClock } from '../testing/test-clock.js';
import { SignInBackoff, type Attempt } from './sign-in-backoff.js';

function setUp() {
  const clock = new TestClock('2026-03-02T08:00:00Z');
  return { clock, backoff: new SignInBackoff({ clock }) };
}

const home: Attempt = { account: 'ana', address: '192.0.2.1', device: null };

/** Seconds to wait for the next attempt; 0 where it is let through, which counts it as a failure. */
function pauseOf(backoff: SignInBackoff, attempt: Attempt): number {
  try {
    backoff.tryPassword(attempt);
    return 0;
  } catch (error) {
    return (error as DomainError).details.retryAfterSeconds as number;
  }
}

function fail(backoff: SignInBackoff, attempt: Attempt, times: number): number[] {
  return Array.from({ length: times }, () => pauseOf(backoff, attempt));
}

describe('wrong passwords', () => {
  it('cost nothing three times, then a pause that doubles up to 15 minutes', () => {
    const { backoff, clock } = setUp();
    expect(fail(backoff, home, 4)).toEqual([0, 0, 0, 1]);
    const pauses: number[] = [];
    for (let index = 0; index < 12; index++) {
      const pause = pauseOf(backoff, home);
      pauses.push(pause);
      clock.set(new Date(clock.now().getTime() + pause * 1000).toISOString());
      expect(pauseOf(backoff, home)).toBe(0);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('that come at once are counted before they are verified', () => {
    const { backoff } = setUp();
    expect(fail(backoff, home, 100).filter((pause) => pause === 0)).toHaveLength(3);
  });

  it('from one place do not touch the account from another, however many', () => {
    const { backoff } = setUp();
    for (let place = 0; place < 200; place++) fail(backoff, { ...home, address: `198.51.100.${place}` }, 5);
    expect(pauseOf(backoff, { ...home, address: '203.0.113.7' })).toBe(0);
  });

  it('at one address leave a browser alone that the account is known to use there', () => {
    const { backoff } = setUp();
    fail(backoff, home, 30);
    for (let other = 0; other < 30; other++) fail(backoff, { ...home, account: `other-${other}` }, 3);
    expect(pauseOf(backoff, { ...home, device: 'rd_known' })).toBe(0);
  });

  it('for many accounts from one address are slowed down after twenty', () => {
    const { backoff } = setUp();
    const pauses = Array.from({ length: 22 }, (_, index) => pauseOf(backoff, { ...home, account: `account-${index}` }));
    expect(pauses.slice(0, 20)).toEqual(Array(20).fill(0));
    expect(pauses[20]).toBe(1);
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['192.0.2.1', '192.0.2.2', false],
  ])('from %s and %s count as one place: %s', (one, other, areOne) => {
    const { backoff } = setUp();
    fail(backoff, { ...home, address: one }, 4);
    expect(pauseOf(backoff, { ...home, address: other }) > 0).toBe(areOne);
  });

  it('are forgotten with the right one, and after an hour', () => {
    const { backoff, clock } = setUp();
    fail(backoff, home, 2);
    backoff.tryPassword(home)();
    expect(fail(backoff, home, 3)).toEqual([0, 0, 0]);
    clock.forward(61);
    expect(fail(backoff, home, 3)).toEqual([0, 0, 0]);
  });
});

describe('wrong codes', () => {
  it('are counted by account, after ten', () => {
    const { backoff } = setUp();
    for (let index = 0; index < 10; index++) backoff.tryCode('ana');
    expect(() => backoff.tryCode('ana')).toThrow('Try again in 1 second.');
    expect(() => backoff.tryCode('ben')).not.toThrow();
  });
});
