import { describe, expect, it } from 'vitest';
import { refusalOf } from './attendance-words.js';
import type { LastPunch } from './punch.rules.js';

const punch = (kind: LastPunch['kind'], at: string): LastPunch => ({ kind, at: new Date(at) });

describe('what the kiosk says', () => {
  it.each([
    [
      'ALREADY_CHECKED_IN',
      punch('CHECK_IN', '2026-03-02T07:05:59Z'),
      'Europe/Berlin',
      'Ana, you are checked in already, since Mon 08:05.',
    ],
    [
      'ALREADY_CHECKED_IN',
      punch('CHECK_IN', '2026-03-02T18:15:00Z'),
      'Asia/Kathmandu',
      'Ana, you are checked in already, since Tue 00:00.',
    ],
    [
      'NOT_CHECKED_IN',
      punch('CHECK_OUT', '2026-03-02T16:00:00Z'),
      'America/New_York',
      'Ana, you are checked out already, since Mon 11:00. Check in first.',
    ],
    [
      'NOT_CHECKED_IN',
      punch('CHECK_IN', '2026-03-01T07:00:00Z'),
      'Europe/Berlin',
      'Ana, you are not checked in. Check in first.',
    ],
    ['NOT_CHECKED_IN', null, 'Europe/Berlin', 'Ana, you are not checked in. Check in first.'],
  ] as const)('%s, last %j, in %s', (reason, last, timeZone, message) => {
    const refusal = refusalOf({ outcome: 'refuse', reason, last }, 'Ana', timeZone);
    expect(refusal).toEqual({ outcome: 'refused', reason, message });
  });
});
