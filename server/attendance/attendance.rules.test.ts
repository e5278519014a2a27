import { describe, expect, it } from 'vitest';
import { decidePunch, deriveDays, workDate, type AttendancePolicy, type Punch } from './attendance.rules.js';

const berlin: AttendancePolicy = {
  timeZone: 'Europe/Berlin',
  dayStartsAtMinutes: 0,
  maxOpenMinutes: 16 * 60,
  doublePunchSeconds: 60,
};

const into = (at: string): Punch => ({ kind: 'CHECK_IN', recordedAt: new Date(at) });
const out = (at: string): Punch => ({ kind: 'CHECK_OUT', recordedAt: new Date(at) });

describe('decidePunch', () => {
  it.each([
    ['first check-in', 'CHECK_IN', [], '2026-03-02T08:00:00Z', 'CHECK_IN'],
    ['check-out after a check-in', 'CHECK_OUT', [into('2026-03-02T08:00:00Z')], '2026-03-02T16:00:00Z', 'CHECK_OUT'],
    [
      'check-in while one is open',
      'CHECK_IN',
      [into('2026-03-02T08:00:00Z')],
      '2026-03-02T16:00:00Z',
      'ALREADY_CHECKED_IN',
    ],
    ['check-out without a check-in', 'CHECK_OUT', [], '2026-03-02T16:00:00Z', 'NOT_CHECKED_IN'],
    [
      'second check-out',
      'CHECK_OUT',
      [into('2026-03-02T08:00:00Z'), out('2026-03-02T12:00:00Z')],
      '2026-03-02T12:00:01Z',
      'NOT_CHECKED_IN',
    ],
    [
      'check-in after lunch',
      'CHECK_IN',
      [into('2026-03-02T08:00:00Z'), out('2026-03-02T12:00:00Z')],
      '2026-03-02T13:00:00Z',
      'CHECK_IN',
    ],
    [
      'check-out exactly at the limit of 16 h',
      'CHECK_OUT',
      [into('2026-03-02T08:00:00Z')],
      '2026-03-03T00:00:00Z',
      'CHECK_OUT',
    ],
    [
      'check-out a moment after the limit',
      'CHECK_OUT',
      [into('2026-03-02T08:00:00Z')],
      '2026-03-03T00:00:00.001Z',
      'NOT_CHECKED_IN',
    ],
    [
      'check-in the day after a forgotten check-out',
      'CHECK_IN',
      [into('2026-03-02T08:00:00Z')],
      '2026-03-03T08:00:00Z',
      'CHECK_IN',
    ],
    ['automatic, nobody in', 'AUTOMATIC', [], '2026-03-02T08:00:00Z', 'CHECK_IN'],
    ['automatic, in', 'AUTOMATIC', [into('2026-03-02T08:00:00Z')], '2026-03-02T16:00:00Z', 'CHECK_OUT'],
    [
      'automatic, out',
      'AUTOMATIC',
      [into('2026-03-02T08:00:00Z'), out('2026-03-02T12:00:00Z')],
      '2026-03-02T13:00:00Z',
      'CHECK_IN',
    ],
    [
      'automatic 59 s after a check-in',
      'AUTOMATIC',
      [into('2026-03-02T08:00:00Z')],
      '2026-03-02T08:00:59Z',
      'ALREADY_CHECKED_IN',
    ],
    [
      'automatic 60 s after a check-in',
      'AUTOMATIC',
      [into('2026-03-02T08:00:00Z')],
      '2026-03-02T08:01:00Z',
      'CHECK_OUT',
    ],
    [
      'automatic 5 s after a check-out',
      'AUTOMATIC',
      [into('2026-03-02T08:00:00Z'), out('2026-03-02T12:00:00Z')],
      '2026-03-02T12:00:05Z',
      'NOT_CHECKED_IN',
    ],
    [
      'automatic after a forgotten check-out',
      'AUTOMATIC',
      [into('2026-03-02T08:00:00Z')],
      '2026-03-03T08:00:00Z',
      'CHECK_IN',
    ],
    [
      'explicit check-out 5 s after a check-in',
      'CHECK_OUT',
      [into('2026-03-02T08:00:00Z')],
      '2026-03-02T08:00:05Z',
      'CHECK_OUT',
    ],
  ] as const)('%s', (_name, request, punches, now, expected) => {
    const verdict = decidePunch(berlin, request, punches, new Date(now));
    expect(verdict.outcome === 'record' ? verdict.kind : verdict.reason).toBe(expected);
  });
});

describe('workDate', () => {
  it.each([
    ['just after midnight in Berlin', berlin, '2026-03-01T23:00:00Z', '2026-03-02'],
    ['just before midnight in Berlin', berlin, '2026-03-01T22:59:59Z', '2026-03-01'],
    ['before a day that starts at four', { ...berlin, dayStartsAtMinutes: 240 }, '2026-03-02T02:59:59Z', '2026-03-01'],
    [
      'at the start of a day that starts at four',
      { ...berlin, dayStartsAtMinutes: 240 },
      '2026-03-02T03:00:00Z',
      '2026-03-02',
    ],
    ['ahead of UTC by 5:45', { ...berlin, timeZone: 'Asia/Kathmandu' }, '2026-02-28T18:15:00Z', '2026-03-01'],
    ['four o’clock on a 23-hour day', { ...berlin, dayStartsAtMinutes: 240 }, '2026-03-29T02:00:00Z', '2026-03-29'],
  ])('%s', (_name, policy, instant, date) => {
    expect(workDate(policy, new Date(instant))).toBe(date);
  });
});

describe('deriveDays', () => {
  const short = (punches: Punch[], policy = berlin) =>
    deriveDays(policy, punches).map((day) => [
      day.date,
      day.checkOutTime?.toISOString() ?? null,
      day.workedMinutes,
      day.openSince?.toISOString() ?? null,
    ]);

  it('makes one record of a night shift, on the day on which it began', () => {
    expect(short([into('2026-03-02T21:00:00Z'), out('2026-03-03T05:30:00Z')])).toEqual([
      ['2026-03-02', '2026-03-03T05:30:00.000Z', 510, null],
    ]);
  });

  it('counts real minutes through the night on which the clocks go forward', () => {
    expect(short([into('2026-03-28T21:00:00Z'), out('2026-03-29T05:00:00Z')])).toEqual([
      ['2026-03-28', '2026-03-29T05:00:00.000Z', 480, null],
    ]);
  });

  it('leaves breaks out of the minutes and rounds down', () => {
    const day = [
      into('2026-03-02T08:00:00Z'),
      out('2026-03-02T12:00:30Z'),
      into('2026-03-02T13:00:00Z'),
      out('2026-03-02T17:00:29Z'),
    ];
    expect(short(day)).toEqual([['2026-03-02', '2026-03-02T17:00:29.000Z', 480, null]]);
  });

  it('opens the day again at a second check-in', () => {
    const day = [into('2026-03-02T08:00:00Z'), out('2026-03-02T12:00:00Z'), into('2026-03-02T13:00:00Z')];
    expect(short(day)).toEqual([['2026-03-02', null, null, '2026-03-02T13:00:00.000Z']]);
  });

  it('leaves a forgotten check-out open and gives the next day its own record', () => {
    const days = [into('2026-03-02T08:00:00Z'), into('2026-03-03T08:00:00Z'), out('2026-03-03T16:00:00Z')];
    expect(short(days)).toEqual([
      ['2026-03-02', null, null, '2026-03-02T08:00:00.000Z'],
      ['2026-03-03', '2026-03-03T16:00:00.000Z', 480, null],
    ]);
  });

  it('counts a check-out without a check-in for nothing', () => {
    expect(short([out('2026-03-02T08:00:00Z')])).toEqual([]);
  });

  it('agrees with decidePunch: what was decided over days in small steps is paired up whole', () => {
    const punches: Punch[] = [];
    for (let at = Date.parse('2026-03-02T00:00:00Z'); at < Date.parse('2026-03-09T00:00:00Z'); at += 5_460_000) {
      const verdict = decidePunch(berlin, 'AUTOMATIC', punches, new Date(at));
      if (verdict.outcome === 'record') punches.push({ kind: verdict.kind, recordedAt: new Date(at) });
    }
    if (punches.at(-1)?.kind === 'CHECK_IN') punches.pop();
    const worked = deriveDays(berlin, punches).reduce((sum, day) => sum + (day.workedMinutes ?? 0), 0);
    expect(worked).toBe((punches.length / 2) * 91);
  });
});
