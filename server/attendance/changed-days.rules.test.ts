import { describe, expect, it } from 'vitest';
import { readCase } from '../testing/attendance-notation.js';
import { changedDays } from './changed-days.rules.js';

// 08:00 to 16:00 every day of March 2026 in Berlin, which is UTC+1; 2 March is a Monday.

/** What the last event of a log changes, known at noon of a date. */
function lastOf(events: string, now: string) {
  const { rules, log, approvals } = readCase('-', '08:00-16:00', events, '03-02 none');
  return changedDays({ rules, log: log.slice(0, -1), approvals }, log.slice(-1), new Date(`${now}T11:00:00Z`));
}

describe('what a punch changes', () => {
  it('reaches from the day before to the present date, no further', () => {
    const change = lastOf('03-04 08:00 in', '2026-03-04')!;
    expect([change.date, change.from, change.to]).toEqual(['2026-03-04', '2026-03-03', '2026-03-04']);
    expect(change.days.map(({ date, status }) => `${date} ${status}`)).toEqual([
      '2026-03-03 ABSENT',
      '2026-03-04 PRESENT',
    ]);
  });

  it('reaches to the end of its week when it comes to light later', () => {
    const change = lastOf('03-04 08:00 in', '2026-03-20')!;
    expect([change.from, change.to]).toEqual(['2026-03-03', '2026-03-08']);
  });

  it('of a check-out after midnight is the record of its check-in', () => {
    expect(lastOf('03-04 18:00 in, 03-05 02:00 out', '2026-03-05')!).toMatchObject({ date: '2026-03-04' });
  });
});

describe('what a correction changes', () => {
  it('is both the day from which a punch is moved and the one to which', () => {
    const change = lastOf('03-03 08:00 in, 16:00 out, #1 move 03-10 08:00 by mia', '2026-03-20')!;
    expect([change.date, change.from, change.to]).toEqual(['2026-03-10', '2026-03-02', '2026-03-15']);
  });

  it('is nothing where the punch stays as it is', () => {
    expect(lastOf('03-03 08:00 in, #1 move 08:00 by mia', '2026-03-20')).toBeNull();
  });
});
