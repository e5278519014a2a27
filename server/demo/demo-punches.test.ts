import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../attendance/policy.rules.js';
import { decidePunch } from '../attendance/punch.rules.js';
import type { EmployeeRules } from '../attendance/work-date.rules.js';
import { dateAt } from '../schedules/local-time.rules.js';
import { createRoster } from '../schedules/roster.rules.js';
import { mainSite } from '../testing/rows.js';
import { demoPunches, type DemoPunch } from './demo-punches.js';

const now = new Date('2026-04-10T12:30:00Z');
const people = Array.from({ length: 12 }, (_, person) => person);
const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'];

/** Somebody of whom nothing is expected. */
function rulesIn(timeZone: string): EmployeeRules {
  const nothing = { shifts: [], patterns: [], assignments: [], changes: [], holidays: [], leaves: [] };
  const roster = createRoster({ site: { ...mainSite, timeZone }, ...nothing }, { id: 'ana', departmentId: null });
  return { roster, policyOn: () => DEFAULT_POLICY };
}

/** The punches of each day, in order of days. */
function byDay(punches: DemoPunch[], timeZone: string): DemoPunch[][] {
  const days = new Map<string, DemoPunch[]>();
  for (const punch of punches) {
    const date = dateAt(timeZone, 0, punch.recordedAt);
    days.set(date, [...(days.get(date) ?? []), punch]);
  }
  return [...days.values()];
}

describe.each(zones)('the weeks of the demo company in %s', (timeZone) => {
  const weeks = people.map((person) => demoPunches(person, now, timeZone));

  it('lie in the past, at most three weeks and a day back, oldest first', () => {
    for (const punches of weeks) {
      const instants = punches.map(({ recordedAt }) => recordedAt.getTime());
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
      expect(instants.at(-1)).toBeLessThan(now.getTime());
      expect(instants[0]).toBeGreaterThan(now.getTime() - 22 * 86_400_000);
    }
  });

  it('leave weekends free', () => {
    const weekdays = weeks.flat().map(({ recordedAt }) => {
      return Temporal.Instant.fromEpochMilliseconds(recordedAt.getTime()).toZonedDateTimeISO(timeZone).dayOfWeek;
    });
    expect(Math.max(...weekdays)).toBe(5);
  });

  it('begin each day with a check-in, and then go out and in by turns', () => {
    for (const day of weeks.flatMap((punches) => byDay(punches, timeZone))) {
      expect(day.map(({ kind }) => kind)).toEqual(day.map((_, index) => (index % 2 ? 'CHECK_OUT' : 'CHECK_IN')));
    }
  });

  it('are what the kiosk would have taken', () => {
    for (const punches of weeks) {
      punches.forEach(({ kind, recordedAt }, index) => {
        const before = punches[index - 1];
        const last = before ? { kind: before.kind, at: before.recordedAt } : null;
        const verdict = decidePunch(rulesIn(timeZone), kind, last, recordedAt);
        expect(verdict).toEqual({ outcome: 'record', kind });
      });
    }
  });
});

describe('the demo company', () => {
  it('gives the same person the same weeks, and each person weeks of their own', () => {
    expect(demoPunches(3, now, 'Europe/Berlin')).toEqual(demoPunches(3, now, 'Europe/Berlin'));
    const weeks = people.map((person) => JSON.stringify(demoPunches(person, now, 'Europe/Berlin')));
    expect(new Set(weeks).size).toBe(people.length);
  });

  it('has most people in on most working days', () => {
    const days = people.map((person) => byDay(demoPunches(person, now, 'Europe/Berlin'), 'Europe/Berlin').length);
    for (const count of days) expect(count).toBeGreaterThanOrEqual(10);
  });

  it('ends what has begun today at this moment: nobody has left before they could', () => {
    const morning = new Date('2026-04-10T07:00:00Z');
    const today = people.map((person) => demoPunches(person, morning, 'Europe/Berlin').at(-1)!.kind);
    expect(today).toContain('CHECK_IN');
    for (const person of people) {
      const later = demoPunches(person, now, 'Europe/Berlin');
      expect(later.filter(({ recordedAt }) => recordedAt < morning)).toEqual(
        demoPunches(person, morning, 'Europe/Berlin'),
      );
    }
  });
});
