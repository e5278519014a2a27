/** A place of work. Its zone and day boundary say which date a punch belongs to where no shift does. */
export interface Site {
  id: string;
  /** IANA name. */
  timeZone: string;
  /** Minutes after midnight at which a working day begins. */
  dayStartsAtMinutes: number;
  /** A second punch of one kind this soon after the first is the same one. */
  minimumPunchIntervalSeconds: number;
}

/** Time in which somebody is to be there, in minutes after midnight of the shift's date; 1,440 and more is the day after. */
export interface ShiftSegment {
  startsAtMinutes: number;
  /** More than `startsAtMinutes`. */
  endsAtMinutes: number;
}

export interface Shift {
  id: string;
  name: string;
  /** In order, not overlapping. Of a flexible shift: the core time, which may be none. */
  segments: readonly ShiftSegment[];
  /** So many minutes a day whenever they are worked; null for a shift that is worked from start to end. */
  flexibleMinutes: number | null;
  /** Minutes of the segments that are not work; not part of the scheduled minutes. */
  unpaidBreakMinutes: number;
  /** Minutes of punched breaks that count as work. */
  paidBreakMinutes: number;
}

/** Which shifts come on which day of a cycle. A week is a cycle of 7 days that begins on a Monday; a rotation is any other. */
export interface Pattern {
  id: string;
  name: string;
  cycleDays: number;
  /** The date of day 0 of a cycle. */
  startsOn: string;
  /** Whether the site's holidays are free. */
  observesHolidays: boolean;
  /** Several of one day are several shifts on it; a day without any is free. */
  days: readonly PatternDay[];
}

export interface PatternDay {
  /** 0 to cycleDays - 1. */
  day: number;
  shiftId: string;
}

export type Scope = 'SITE' | 'DEPARTMENT' | 'EMPLOYEE';

/** Something that holds for a site, a department or an employee from one date to another. */
export interface Scoped {
  id: string;
  scope: Scope;
  /** Id of the site, department or employee. */
  scopeId: string;
  /** First date. */
  from: string;
  /** Last date; null without end. */
  to: string | null;
}

export interface Assignment extends Scoped {
  patternId: string;
  /** How many days ahead of the pattern this team's rotation runs. */
  offsetDays: number;
}

/** What one employee works on one date instead of the pattern. Several on a date are several shifts. */
export interface OneOffChange {
  id: string;
  employeeId: string;
  date: string;
  /** Null: a free day. */
  shiftId: string | null;
}

/** Halves are of the scheduled time. */
export type DayPart = 'WHOLE' | 'FIRST_HALF' | 'SECOND_HALF';

export interface Holiday {
  siteId: string;
  date: string;
  name: string;
  part: DayPart;
}

export interface Leave {
  id: string;
  employeeId: string;
  /** First and last date. */
  from: string;
  to: string;
  part: DayPart;
  /** The company's own word: annual, sick, unpaid. */
  kind: string;
}

/** The employee that rules are looked up for. */
export interface ScheduledEmployee {
  id: string;
  departmentId: string | null;
}

/** What an expected day came from. */
export interface PlannedDay extends ExpectedDay {
  /** As agreed, before holidays and leave take from them; in order. */
  shiftIds: readonly string[];
  /** A one-off change took the pattern's place. */
  isChanged: boolean;
  /** The names of the site's holidays on the date, also where the shifts are worked all the same. */
  holidayNames: readonly string[];
}

/** The instants between which somebody is expected. */
export interface Segment {
  startsAt: Date;
  endsAt: Date;
}

/** What is expected of one employee on one date. */
export interface ExpectedDay {
  date: string;
  /** In order; core time when the day is flexible. What is left of them on a half day. */
  segments: readonly Segment[];
  isFlexible: boolean;
  /** Real minutes to be worked; holidays, leave and unpaid breaks taken off. */
  scheduledMinutes: number;
  /** Real minutes that a holiday or a leave takes from the schedule. */
  holidayMinutes: number;
  leaveMinutes: number;
  /** The word of the leave that applies; null without one. */
  leaveKind: string | null;
  /** Minutes of punched breaks that count as work. */
  paidBreakMinutes: number;
}
