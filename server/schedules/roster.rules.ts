import { expectedDay } from './expected-day.rules.js';
import { inForce } from './in-force.rules.js';
import { daysBetween } from './local-time.rules.js';
import type {
  Assignment,
  ExpectedDay,
  Holiday,
  Leave,
  OneOffChange,
  Pattern,
  PlannedDay,
  ScheduledEmployee,
  Shift,
  Site,
} from './schedule.rules.js';

/** The rows that say when people of a site work; rows of other sites and employees do no harm. */
export interface ScheduleData {
  site: Site;
  shifts: readonly Shift[];
  patterns: readonly Pattern[];
  assignments: readonly Assignment[];
  changes: readonly OneOffChange[];
  holidays: readonly Holiday[];
  leaves: readonly Leave[];
}

/** One employee's schedule. */
export interface Roster {
  site: Site;
  expectedOn: (date: string) => ExpectedDay;
}

/** As a roster, with what the days came from. */
export interface PlannedRoster extends Roster {
  expectedOn: (date: string) => PlannedDay;
}

/**
 * One employee's schedule. A one-off change replaces the pattern and is worked on a holiday too; a leave takes from
 * whatever is left. Throws for an assignment or change that names a pattern or shift that is not there.
 */
export function createRoster(data: ScheduleData, employee: ScheduledEmployee): PlannedRoster {
  const known = new Map<string, PlannedDay>();
  return {
    site: data.site,
    expectedOn: (date) => {
      const day = known.get(date) ?? planOf(data, employee, date);
      known.set(date, day);
      return day;
    },
  };
}

function planOf(data: ScheduleData, employee: ScheduledEmployee, date: string): PlannedDay {
  const { site, holidays, leaves } = data;
  const changed = changedShifts(data, employee, date);
  const { shifts, observesHolidays } = changed ?? patternShifts(data, employee, date);
  const ownLeaves = leaves
    .filter(({ employeeId, from, to }) => employeeId === employee.id && from <= date && date <= to)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const siteHolidays = holidays.filter((each) => each.siteId === site.id && each.date === date);
  const expected = expectedDay(site.timeZone, date, shifts, {
    holidays: observesHolidays ? siteHolidays.map(({ part }) => part) : [],
    leaves: ownLeaves,
  });
  return {
    ...expected,
    shiftIds: shifts.map(({ id }) => id),
    isChanged: changed !== null,
    holidayNames: siteHolidays.map(({ name }) => name),
  };
}

interface Planned {
  shifts: Shift[];
  observesHolidays: boolean;
}

function changedShifts(data: ScheduleData, employee: ScheduledEmployee, date: string): Planned | null {
  const changes = data.changes.filter((change) => change.employeeId === employee.id && change.date === date);
  if (changes.length === 0) return null;
  const shiftIds = changes.flatMap(({ shiftId }) => shiftId ?? []);
  return { shifts: shiftIds.map((id) => named(data.shifts, id)), observesHolidays: false };
}

function patternShifts(data: ScheduleData, employee: ScheduledEmployee, date: string): Planned {
  const assignment = inForce(data.assignments, data.site.id, employee, date);
  if (!assignment) return { shifts: [], observesHolidays: true };
  const { days, cycleDays, startsOn, observesHolidays } = named(data.patterns, assignment.patternId);
  const position = daysBetween(startsOn, date) + assignment.offsetDays;
  const day = ((position % cycleDays) + cycleDays) % cycleDays;
  const shifts = days.filter((each) => each.day === day).map(({ shiftId }) => named(data.shifts, shiftId));
  return { shifts, observesHolidays };
}

function named<Row extends { id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(`the schedule names what is not there: ${id}`);
  return row;
}
