import { describe, expect, it } from 'vitest';
import { instantOf } from '../schedules/local-time.rules.js';
import { readRules } from '../testing/attendance-notation.js';
import { decidePunch, type LastPunch, type PunchRequest } from './punch.rules.js';

/** "03-02 08:00 in" as a punch in Berlin; "-" for none. */
function lastPunch(text: string): LastPunch | null {
  return text === '-' ? null : { kind: text.endsWith('in') ? 'CHECK_IN' : 'CHECK_OUT', at: at(text) };
}

function at(text: string): Date {
  const [, date, hours, minutes, seconds] = /^(\S+) (\d\d):(\d\d)(?::(\d\d))?/.exec(text)!;
  const minute = instantOf('Europe/Berlin', `2026-${date}`, Number(hours) * 60 + Number(minutes));
  return new Date(minute.getTime() + Number(seconds ?? 0) * 1000);
}

const [DAY, SPLIT, NIGHT] = ['08:00-16:00', '08:00-12:00,16:00-20:00', '22:00-06:00'];

describe('decidePunch', () => {
  it.each<[string, string, string, string, PunchRequest, string, string]>([
    // name, policy, schedule, last punch, request, now, verdict
    ['first check-in', '-', 'free', '-', 'CHECK_IN', '03-02 08:00', 'CHECK_IN'],
    ['check-out after a check-in', '-', 'free', '03-02 08:00 in', 'CHECK_OUT', '03-02 16:00', 'CHECK_OUT'],
    ['check-in while one is open', '-', 'free', '03-02 08:00 in', 'CHECK_IN', '03-02 16:00', 'ALREADY_CHECKED_IN'],
    ['check-out without a check-in', '-', 'free', '-', 'CHECK_OUT', '03-02 16:00', 'NOT_CHECKED_IN'],
    ['second check-out', '-', 'free', '03-02 12:00 out', 'CHECK_OUT', '03-02 12:00:01', 'NOT_CHECKED_IN'],
    ['check-in after lunch', '-', 'free', '03-02 12:00 out', 'CHECK_IN', '03-02 13:00', 'CHECK_IN'],
    ['check-out after 14 h', '-', 'free', '03-02 08:00 in', 'CHECK_OUT', '03-02 22:00', 'CHECK_OUT'],
    [
      'check-out after 14 h of 12',
      'maxopen12h',
      'free',
      '03-02 08:00 in',
      'CHECK_OUT',
      '03-02 22:00',
      'NOT_CHECKED_IN',
    ],
    ['at the longest open time', '-', 'free', '03-02 08:00 in', 'AUTOMATIC', '03-03 00:00', 'CHECK_OUT'],
    ['1 s after the longest open time', '-', 'free', '03-02 08:00 in', 'AUTOMATIC', '03-03 00:00:01', 'CHECK_IN'],
    ['forgotten check-out, next day', '-', 'free', '03-02 08:00 in', 'CHECK_IN', '03-03 08:00', 'CHECK_IN'],
    ['automatic, nobody in', '-', 'free', '-', 'AUTOMATIC', '03-02 08:00', 'CHECK_IN'],
    ['automatic, in', '-', 'free', '03-02 08:00 in', 'AUTOMATIC', '03-02 16:00', 'CHECK_OUT'],
    ['automatic, out', '-', 'free', '03-02 12:00 out', 'AUTOMATIC', '03-02 13:00', 'CHECK_IN'],
    ['automatic, 59 s after', '-', 'free', '03-02 08:00 in', 'AUTOMATIC', '03-02 08:00:59', 'ALREADY_CHECKED_IN'],
    ['automatic, 60 s after', '-', 'free', '03-02 08:00 in', 'AUTOMATIC', '03-02 08:01', 'CHECK_OUT'],
    [
      'automatic, 5 s after a check-out',
      '-',
      'free',
      '03-02 12:00 out',
      'AUTOMATIC',
      '03-02 12:00:05',
      'NOT_CHECKED_IN',
    ],
    ['chosen check-out 5 s after', '-', 'free', '03-02 08:00 in', 'CHECK_OUT', '03-02 08:00:05', 'CHECK_OUT'],

    ['near the end, never came in', 'hint60', DAY, '-', 'AUTOMATIC', '03-02 15:55', 'CHECK_OUT'],
    ['near the end, was there yesterday', 'hint60', DAY, '03-01 16:00 out', 'AUTOMATIC', '03-02 16:05', 'CHECK_OUT'],
    ['near the end, by choice', 'hint60', DAY, '-', 'CHECK_OUT', '03-02 15:55', 'CHECK_OUT'],
    ['near the end, check-in by choice', 'hint60', DAY, '-', 'CHECK_IN', '03-02 15:55', 'CHECK_IN'],
    ['without the hint', '-', DAY, '-', 'AUTOMATIC', '03-02 15:55', 'CHECK_IN'],
    ['not so near the end', 'hint60', DAY, '-', 'AUTOMATIC', '03-02 15:00', 'CHECK_IN'],
    ['near the end, back from a break', 'hint60', DAY, '03-02 14:00 out', 'AUTOMATIC', '03-02 15:30', 'CHECK_IN'],
    ['a short shift, nearer its start', 'hint60', '08:00-09:00', '-', 'AUTOMATIC', '03-02 08:20', 'CHECK_IN'],
    ['near the end of a night', 'hint60', NIGHT, '-', 'AUTOMATIC', '03-03 06:02', 'CHECK_OUT'],
    ['forgot to leave the first shift', 'hint60', SPLIT, '03-02 08:00 in', 'AUTOMATIC', '03-02 15:50', 'CHECK_IN'],
    ['the same, by choice', 'hint60', SPLIT, '03-02 08:00 in', 'CHECK_IN', '03-02 15:50', 'CHECK_IN'],
    ['the same, without the hint', '-', SPLIT, '03-02 08:00 in', 'AUTOMATIC', '03-02 15:50', 'CHECK_OUT'],
    ['leaves the first shift late', 'hint60', SPLIT, '03-02 08:00 in', 'AUTOMATIC', '03-02 12:50', 'CHECK_OUT'],
    ['leaves the second shift', 'hint60', SPLIT, '03-02 16:00 in', 'AUTOMATIC', '03-02 20:00', 'CHECK_OUT'],
    ['leaves at once after coming', 'hint60', DAY, '03-02 08:00 in', 'AUTOMATIC', '03-02 08:10', 'CHECK_OUT'],
  ])('%s', (_name, policy, schedule, last, request, now, expected) => {
    const verdict = decidePunch(readRules(policy, schedule), request, lastPunch(last), at(now));
    expect(verdict.outcome === 'record' ? verdict.kind : verdict.reason).toBe(expected);
  });

  it.each<[string, string, PunchRequest, string, string, string]>([
    // name, last punch, request, when it was made, following punch, verdict
    [
      'the same check-in at another device, a moment later',
      '-',
      'CHECK_IN',
      '03-02 08:00',
      '03-02 08:00:59 in',
      'ALREADY_CHECKED_IN',
    ],
    ['the same by whichever is next', '-', 'AUTOMATIC', '03-02 08:00', '03-02 08:00:59 in', 'ALREADY_CHECKED_IN'],
    ['another check-in a minute later', '-', 'CHECK_IN', '03-02 08:00', '03-02 08:01 in', 'CHECK_IN'],
    ['a check-out a moment later', '-', 'CHECK_IN', '03-02 08:00', '03-02 08:00:30 out', 'CHECK_IN'],
    ['the same check-out', '03-02 08:00 in', 'CHECK_OUT', '03-02 16:00', '03-02 16:00:10 out', 'NOT_CHECKED_IN'],
    ['a check-out hours before the next', '03-02 08:00 in', 'CHECK_OUT', '03-02 12:00', '03-02 16:00 out', 'CHECK_OUT'],
  ])('that comes in late: %s', (_name, last, request, made, following, expected) => {
    const verdict = decidePunch(readRules('-', 'free'), request, lastPunch(last), at(made), lastPunch(following));
    expect(verdict.outcome === 'record' ? verdict.kind : verdict.reason).toBe(expected);
  });
});
