import type { DayException, DayRecord, DayStatus } from '../attendance/day-record.rules.js';
import type { EventAction, LogEntry } from '../attendance/event-log.rules.js';
import type { OvertimeApproval } from '../attendance/overtime.rules.js';
import { DEFAULT_POLICY, type AttendancePolicy, type BreakRule, type PolicyOn } from '../attendance/policy.rules.js';
import type { EmployeeRules } from '../attendance/work-date.rules.js';
import { addDays, instantOf } from '../schedules/local-time.rules.js';
import { createRoster, type ScheduleData } from '../schedules/roster.rules.js';
import type { DayPart, Shift, Site } from '../schedules/schedule.rules.js';

// The notation of the rule cases. Times are the site's local times, dates MM-DD of 2026 unless a year is given; a time
// that occurs twice is the first unless it ends in b.
//
// policy    Berlin grace5 earlygrace5 maxopen12h window240 hint60 boundary04:00 interval60 auto-end auto-max not-before
//           in15up out15down in15near break360:30 paidbreak240:15 ot-daily ot-480 week2400 starts7 approval
//           now=03-02T12:00; then "; 03-16: grace10" for what holds from a date on
// schedule  08:00-17:00 -60 +15 (unpaid and paid break) every day; 08:00-12:00,16:00-20:00; Mon-Fri 08:00-16:00;
//           flex480 10:00-15:00 (core time); cycle 03-02: 06:00-14:00 / 14:00-22:00 / free; and after ";":
//           03-04: free, 03-04: 10:00-14:00 (one-off); holiday 03-02 second; leave 03-02..03-04 sick first;
//           from 03-16 09:00-17:00 (another pattern)
// events    03-02 08:00 in, 17:00 out; 08:10 in offline+600 (kept on a device 600 s ahead; offline? for nobody knows);
//           08:00 in device+600 (with a connection); add 17:00 out by mia; #1 move 09:00 by mia; #1 void by mia;
//           #1 restore by mia; approve 03-02 60
// expected  03-02 08:00-17:00 sched 480 worked 480 late 5 [LATE] by mia; ? for a missing punch, "in" for still in, + for
//           the day after, < for the day before; minutes that are not named are 0, counted is worked, regular is what is counted less
//           overtime and unapproved; "03-03 none" for no record

const ZONES: Record<string, string> = {
  Berlin: 'Europe/Berlin',
  NewYork: 'America/New_York',
  LordHowe: 'Australia/Lord_Howe',
  Kathmandu: 'Asia/Kathmandu',
};
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** A Monday before all cases. */
const MONDAY = '2024-01-01';
const EMPLOYEE = { id: 'ana', departmentId: null };
/** Corrections are recorded after everything else, a minute apart. */
const CORRECTED_FROM = Date.parse('2030-01-01T00:00:00Z');

export type ExpectedRecord = Omit<DayRecord, 'policyId'>;

export interface RuleCase {
  rules: EmployeeRules;
  log: LogEntry[];
  approvals: OvertimeApproval[];
  /** The dates that `expected` is all of. */
  from: string;
  to: string;
  now: Date;
  expected: ExpectedRecord[];
}

/** Each line of a table, "name | policy | schedule | events | expected", with its name. */
export function readTable(table: string): [string, RuleCase][] {
  return table
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length > 1)
    .map((cells) => {
      const [name, policy, schedule, events, expected] = cells;
      if (cells.length !== 5) throw new Error(`a case has five cells: ${cells.join(' | ')}`);
      return [name!, readCase(policy!, schedule!, events!, expected!)];
    });
}

export function readCase(policy: string, schedule: string, events: string, expected: string): RuleCase {
  const site = readSite(policy);
  const records = split(expected, ';').map((record) => readRecord(site.timeZone, record));
  const dates = records.map(({ date }) => date).sort();
  const now = /now=(\S+?)T([^\s;]+)/.exec(policy);
  return {
    rules: readRules(policy, schedule),
    ...readEvents(site.timeZone, events),
    from: dates[0]!,
    to: dates.at(-1)!,
    now: now
      ? readTime(site.timeZone, readDate(now[1]!), now[2]!)
      : instantOf(site.timeZone, addDays(dates.at(-1)!, 10), 0),
    expected: records.flatMap(({ record }) => record ?? []),
  };
}

export function readRules(policy: string, schedule: string): EmployeeRules {
  return {
    roster: createRoster(readSchedule(readSite(policy), schedule), EMPLOYEE),
    policyOn: readPolicies(policy),
  };
}

// Policy

function readSite(policy: string): Site {
  const zone = Object.keys(ZONES).find((name) => policy.split(/[\s;]+/).includes(name)) ?? 'Berlin';
  const boundary = /boundary(\S+?)(?=[\s;]|$)/.exec(policy)?.[1];
  return {
    id: 'site',
    timeZone: ZONES[zone]!,
    dayStartsAtMinutes: boundary ? readMinutes(boundary) : 0,
    minimumPunchIntervalSeconds: Number(/interval(\d+)/.exec(policy)?.[1] ?? 60),
  };
}

function readPolicies(policy: string): PolicyOn {
  const [first = '', ...later] = policy.split(';').map((part) => part.trim());
  const policies = later.map((part) => {
    const [date = '', words = ''] = part.split(': ');
    return { from: readDate(date), policy: readPolicy(`${first} ${words}`, `from ${date}`) };
  });
  const base = readPolicy(first, 'default');
  return (date) => policies.findLast(({ from }) => from <= date)?.policy ?? base;
}

function readPolicy(words: string, id: string): AttendancePolicy {
  const breakRules: BreakRule[] = [];
  const policy = split(words, ' ').reduce<AttendancePolicy>(
    (before, word) => ({ ...before, ...readPolicyWord(word, breakRules) }),
    { ...DEFAULT_POLICY, id },
  );
  return { ...policy, breakRules };
}

function readPolicyWord(word: string, breakRules: BreakRule[]): Partial<AttendancePolicy> {
  const rule = /^(paid)?break(\d+):(\d+)$/.exec(word);
  if (rule) breakRules.push({ afterMinutes: Number(rule[2]), minutes: Number(rule[3]), isPaid: rule[1] === 'paid' });
  if (rule || word in ZONES || /^(boundary|interval|now=)/.test(word)) return {};
  const rounding = /^(in|out)(\d+)(up|down|near)$/.exec(word);
  if (rounding) {
    const direction = ({ up: 'UP', down: 'DOWN', near: 'NEAREST' } as const)[rounding[3] as 'up' | 'down' | 'near'];
    return rounding[1] === 'in'
      ? { roundCheckInToMinutes: Number(rounding[2]), roundCheckIn: direction }
      : { roundCheckOutToMinutes: Number(rounding[2]), roundCheckOut: direction };
  }
  const [name, number] = [word.replace(/\d+h?$/, ''), Number(/\d+/.exec(word)?.[0])];
  switch (name) {
    case 'grace':
      return { lateGraceMinutes: number };
    case 'earlygrace':
      return { earlyLeaveGraceMinutes: number };
    case 'maxopen':
      return { maxOpenMinutes: number * 60 };
    case 'window':
      return { shiftWindowMinutes: number };
    case 'hint':
      return { shiftHintMinutes: number };
    case 'auto-end':
      return { automaticCheckOut: 'SHIFT_END' };
    case 'auto-max':
      return { automaticCheckOut: 'MAX_OPEN' };
    case 'not-before':
      return { countsTimeBeforeShift: false };
    case 'ot-daily':
      return { overtimeBasis: 'SCHEDULED' };
    case 'ot-':
      return { overtimeBasis: 'FIXED', dailyOvertimeAfterMinutes: number };
    case 'week':
      return { weeklyOvertimeAfterMinutes: number };
    case 'starts':
      return { weekStartsOn: number };
    case 'approval':
      return { overtimeNeedsApproval: true };
    default:
      throw new Error(`no such policy: ${word}`);
  }
}

// Schedule

function readSchedule(site: Site, text: string): ScheduleData {
  const data = { site, shifts: [], patterns: [], assignments: [], changes: [], holidays: [], leaves: [] };
  for (const part of split(text, ';')) readSchedulePart(data, part);
  return data;
}

type Growing = { [Key in keyof Omit<ScheduleData, 'site'>]: ScheduleData[Key][number][] } & { site: Site };

function readSchedulePart(data: Growing, part: string): void {
  const [word, date = '', ...rest] = part.split(' ');
  const change = /^(\d\S+): (.+)$/.exec(part);
  if (change) {
    const shiftId = change[2] === 'free' ? null : addShift(data, change[2]!);
    data.changes.push({ id: part, employeeId: EMPLOYEE.id, date: readDate(change[1]!), shiftId });
  } else if (word === 'holiday') {
    data.holidays.push({ siteId: data.site.id, date: readDate(date), name: 'Holiday', part: readPart(rest[0]) });
  } else if (word === 'leave') {
    const [from, to = from] = date.split('..').map(readDate);
    const leave = { from: from!, to: to!, kind: rest[0]!, part: readPart(rest[1]) };
    data.leaves.push({ id: part, employeeId: EMPLOYEE.id, ...leave });
  } else if (part !== 'free') {
    addPattern(data, word === 'from' ? readDate(date) : MONDAY, word === 'from' ? rest.join(' ') : part);
  }
}

function addPattern(data: Growing, from: string, text: string): void {
  const id = `pattern ${data.patterns.length}`;
  const cycle = /^cycle (\S+): (.+)$/.exec(text);
  const ignores = text.startsWith('holidays-too ');
  const [, weekdays, daily = ''] = /^((?:[A-Z][a-z]{2}[-,]?)+ )?(.+)$/.exec(text.replace('holidays-too ', ''))!;
  const days = cycle
    ? split(cycle[2]!, '/').flatMap((shift, day) => (shift === 'free' ? [] : { day, shiftId: addShift(data, shift) }))
    : readWeekdays(weekdays?.trim() ?? 'Mon-Sun').map((day) => ({ day, shiftId: addShift(data, daily) }));
  data.patterns.push({
    id,
    name: text,
    cycleDays: cycle ? split(cycle[2]!, '/').length : 7,
    startsOn: cycle ? readDate(cycle[1]!) : MONDAY,
    observesHolidays: !ignores,
    days,
  });
  const scope = { scope: 'EMPLOYEE', scopeId: EMPLOYEE.id, from, to: null } as const;
  data.assignments.push({ id, patternId: id, offsetDays: 0, ...scope });
}

function readWeekdays(text: string): number[] {
  return text.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map((name) => WEEKDAYS.indexOf(name));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function addShift(data: Growing, text: string): string {
  const shift: Shift = {
    id: text,
    name: text,
    segments: [...text.matchAll(/(\d\d:\d\d)-(\d\d:\d\d)/g)].map(([, from, to]) => {
      const [startsAtMinutes, end] = [readMinutes(from!), readMinutes(to!)];
      return { startsAtMinutes, endsAtMinutes: end > startsAtMinutes ? end : end + 1440 };
    }),
    flexibleMinutes: text.startsWith('flex') ? Number(/^flex(\d+)/.exec(text)![1]) : null,
    unpaidBreakMinutes: Number(/ -(\d+)/.exec(text)?.[1] ?? 0),
    paidBreakMinutes: Number(/ \+(\d+)/.exec(text)?.[1] ?? 0),
  };
  if (!data.shifts.some(({ id }) => id === text)) data.shifts.push(shift);
  return text;
}

const readPart = (word: string | undefined): DayPart =>
  word === 'first' ? 'FIRST_HALF' : word === 'second' ? 'SECOND_HALF' : 'WHOLE';

// Events

function readEvents(timeZone: string, text: string): { log: LogEntry[]; approvals: OvertimeApproval[] } {
  let date = '';
  const [log, approvals]: [LogEntry[], OvertimeApproval[]] = [[], []];
  for (const [index, event] of split(text, ',').entries()) {
    const approval = /^approve (\S+) (\d+)$/.exec(event);
    if (approval) {
      const recordedAt = new Date(CORRECTED_FROM + index * 60_000);
      const of = { employeeId: EMPLOYEE.id, date: readDate(approval[1]!), minutes: Number(approval[2]) };
      approvals.push({ id: `a${index}`, ...of, recordedAt, source: 'user:mia' });
      continue;
    }
    date = readDate(/(?:^| )((?:\d{4}-)?\d\d-\d\d) /.exec(event)?.[1] ?? date);
    log.push(readEvent(timeZone, event, date, index + 1));
  }
  return { log, approvals };
}

function readEvent(timeZone: string, event: string, date: string, number: number): LogEntry {
  const [, time] = /(?:^| )(\d\d:\d\d(?::\d\d)?b?)(?= |$)/.exec(event) ?? [];
  const at = time ? readTime(timeZone, date, time) : null;
  const [, kindWord] = / (in|out)(?= |$)/.exec(event) ?? [];
  const action = /(?:^| )(add|move|void|restore)(?= |$)/.exec(event)?.[1]?.toUpperCase() as EventAction | undefined;
  const entry: LogEntry = {
    id: `e${String(number).padStart(3, '0')}`,
    employeeId: EMPLOYEE.id,
    action: action ?? 'PUNCH',
    kind: kindWord ? (kindWord === 'in' ? 'CHECK_IN' : 'CHECK_OUT') : null,
    recordedAt: action ? new Date(CORRECTED_FROM + number * 60_000) : at!,
    capturedAt: null,
    clockOffsetMs: null,
    isDeferred: false,
    correctedTime: action ? at : null,
    targetId: /^#(\d+)/.exec(event)?.[1]?.padStart(3, '0').replace(/^/, 'e') ?? null,
    source: `user:${/by (\w+)/.exec(event)?.[1] ?? 'kiosk'}`,
    reason: action ? 'as told' : null,
  };
  return at ? { ...entry, ...readDevice(event, at) } : entry;
}

function readDevice(event: string, at: Date): Partial<LogEntry> {
  const [, way, offset] = /(offline|device)(\?|[+-]\d+)/.exec(event) ?? [];
  if (!way) return {};
  const clockOffsetMs = offset === '?' ? null : Number(offset) * 1000;
  return way === 'offline'
    ? { isDeferred: true, clockOffsetMs, capturedAt: at, recordedAt: new Date(at.getTime() + 3 * 3_600_000) }
    : { clockOffsetMs, capturedAt: new Date(at.getTime() + (clockOffsetMs ?? 0)) };
}

// Expected records

function readRecord(timeZone: string, text: string): { date: string; record: ExpectedRecord | null } {
  const [dateWord = '', what = ''] = text.split(' ');
  const date = readDate(dateWord);
  if (what === 'none') return { date, record: null };
  const minutes = (name: string) => Number(new RegExp(` ${name} (\\d+)`).exec(text)?.[1] ?? 0);
  const workedMinutes = minutes('worked');
  const countedMinutes = text.includes(' counted ') ? minutes('counted') : workedMinutes;
  const [overtimeMinutes, unapprovedOvertimeMinutes] = [minutes('overtime'), minutes('unapproved')];
  const [, from, to] = /^(\?|[<+]?[\d:]+b?)-(\?|in|\+?[\d:]+b?)$/.exec(what) ?? [];
  const instant = (word: string | undefined) => {
    if (!word || word === '?' || word === 'in') return null;
    const days = word.startsWith('+') ? 1 : word.startsWith('<') ? -1 : 0;
    return readTime(timeZone, addDays(date, days), word.replace(/^[<+]/, ''));
  };
  const checkInTime = instant(from);
  return {
    date,
    record: {
      date,
      status: from ? 'PRESENT' : (what as DayStatus),
      leaveKind: / leave \d+ (\w+)/.exec(text)?.[1] ?? null,
      checkInTime,
      checkOutTime: instant(to),
      openSince: to === 'in' ? instant(/ since (\S+)/.exec(text)?.[1] ?? from) : null,
      scheduledMinutes: minutes('sched'),
      workedMinutes,
      countedMinutes,
      regularMinutes: countedMinutes - overtimeMinutes - unapprovedOvertimeMinutes,
      overtimeMinutes,
      unapprovedOvertimeMinutes,
      unpaidBreakMinutes: minutes('unpaid'),
      paidBreakMinutes: minutes('paid'),
      lateMinutes: minutes('late'),
      earlyLeaveMinutes: minutes('early'),
      absentMinutes: minutes('absent'),
      leaveMinutes: minutes('leave'),
      holidayMinutes: minutes('holiday'),
      exceptions: split(/\[(.*)\]/.exec(text)?.[1] ?? '', ' ') as DayException[],
      correctedBy: split(/ by (\S+)/.exec(text)?.[1] ?? '', '+').map((name) => `user:${name}`),
    },
  };
}

// Words

const split = (text: string, by: string): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-');

const readDate = (word: string): string => (/^\d{4}/.test(word) ? word : `2026-${word}`);

function readMinutes(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

function readTime(timeZone: string, date: string, word: string): Date {
  const time = word.replace('b', '');
  const at = instantOf(timeZone, date, readMinutes(time), word.endsWith('b') ? 'SECOND' : 'FIRST');
  return new Date(at.getTime() + Number(time.split(':')[2] ?? 0) * 1000);
}
