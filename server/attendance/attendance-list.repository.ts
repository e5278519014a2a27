import type { Database } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { ofEmployeesIn, type Scope } from '../scope.js';
import { withEmployee, type AttendanceRow, type EventRow } from './attendance.repository.js';
import type { AttendanceKind, EventAction } from './event-log.rules.js';

/** Whose; what is not given, or null, does not narrow. */
interface PeopleQuery {
  employeeId?: string | null;
  department?: string | null;
  siteId?: string | null;
}

export interface AttendanceQuery extends PeopleQuery {
  late?: boolean | null;
  missing?: boolean | null;
  corrected?: boolean | null;
  exceptional?: boolean | null;
  /** The first and the last day. */
  from?: string | null;
  to?: string | null;
  /** Only records of active people that are open since this instant or later. */
  openSince?: Date;
}

export interface EventQuery extends PeopleQuery {
  kind?: AttendanceKind | null;
  method?: EventRow['method'] | null;
  actions?: readonly EventAction[] | null;
  /** Who sent it, as "user:…" or "kiosk:…". */
  source?: string | null;
  /** When it came in: at `from` or later, and before `to`. */
  from?: Date | null;
  to?: Date | null;
}

/** Pages of day records and of the log. */
export class AttendanceListRepository {
  constructor(private readonly database: Database) {}

  /** Day records, latest day first, within a day the latest to be made first. */
  listDays(
    scope: Scope,
    query: AttendanceQuery,
    take: number,
    after: readonly [date: string, id: string] | null,
  ): Promise<AttendanceRow[]> {
    return this.database.read.attendance.findMany({
      where: {
        AND: [
          ofEmployeesIn(scope),
          daysMatching(query),
          // `lte` says nothing that OR does not, but lets the database begin to read there.
          after
            ? { date: { lte: after[0] }, OR: [{ date: { lt: after[0] } }, { date: after[0], id: { lt: after[1] } }] }
            : {},
        ],
      },
      orderBy: [{ date: 'desc' }, { id: 'desc' }],
      take,
      ...withEmployee,
    });
  }

  /** The log, what came in last first. */
  listEvents(
    scope: Scope,
    query: EventQuery,
    take: number,
    after: readonly [recordedAt: Date, sequence: number] | null,
  ): Promise<EventRow[]> {
    return this.database.read.attendanceEvent.findMany({
      where: {
        AND: [
          ofEmployeesIn(scope),
          eventsMatching(query),
          after
            ? {
                recordedAt: { lte: after[0] },
                OR: [{ recordedAt: { lt: after[0] } }, { recordedAt: after[0], sequence: { lt: after[1] } }],
              }
            : {},
        ],
      },
      orderBy: [{ recordedAt: 'desc' }, { sequence: 'desc' }],
      take,
      ...withEmployee,
    });
  }
}

const UNEXCEPTIONAL = { exceptions: '', status: { not: 'ABSENT' } } satisfies Prisma.AttendanceWhereInput;

function daysMatching(query: AttendanceQuery): Prisma.AttendanceWhereInput {
  const { late, missing, corrected, exceptional, from, to, openSince } = query;
  return {
    AND: [
      ...peopleMatching(query),
      isGiven(late) ? { isLate: late } : {},
      isGiven(missing) ? { isMissing: missing } : {},
      isGiven(corrected) ? { isCorrected: corrected } : {},
      isGiven(exceptional) ? (exceptional ? { NOT: UNEXCEPTIONAL } : UNEXCEPTIONAL) : {},
      from ? { date: { gte: from } } : {},
      to ? { date: { lte: to } } : {},
      openSince ? { openSince: { gte: openSince }, employee: { active: true } } : {},
    ],
  };
}

function eventsMatching(query: EventQuery): Prisma.AttendanceEventWhereInput {
  const { kind, method, actions, source, from, to } = query;
  return {
    AND: [
      ...peopleMatching(query),
      kind ? { kind } : {},
      method ? { method } : {},
      actions ? { action: { in: [...actions] } } : {},
      source ? { source } : {},
      from ? { recordedAt: { gte: from } } : {},
      to ? { recordedAt: { lt: to } } : {},
    ],
  };
}

const peopleMatching = ({ employeeId, department, siteId }: PeopleQuery) => [
  employeeId ? { employeeId } : {},
  department ? { employee: { department: { name: department } } } : {},
  siteId ? { employee: { siteId } } : {},
];

const isGiven = (flag: boolean | null | undefined): flag is boolean => flag !== null && flag !== undefined;
