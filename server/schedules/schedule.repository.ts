import type { Database } from '../database/database.js';
import type { Prisma, Site } from '../database/generated/client.js';
import type { ScheduleData } from './roster.rules.js';
import type { Assignment, Scope } from './schedule.rules.js';
import { shiftRelations } from './shift.repository.js';

/** Which schedules: those that bear on a date between two, of all sites and people unless these are given. */
export interface ScheduleQuery {
  siteIds?: readonly string[];
  employeeIds?: readonly string[];
  from: string;
  to: string;
}

export type ScheduleRows = Omit<ScheduleData, 'site'> & { sites: readonly Site[] };

export class ScheduleRepository {
  constructor(private readonly database: Database) {}

  /** Everything that says when these people work, in a fixed number of queries. */
  async read({ siteIds, employeeIds, from, to }: ScheduleQuery): Promise<ScheduleRows> {
    const { read } = this.database;
    const people: Prisma.EmployeeWhereInput = {
      ...(siteIds && { siteId: { in: [...siteIds] } }),
      ...(employeeIds && { id: { in: [...employeeIds] } }),
    };
    const isNarrowed = siteIds !== undefined || employeeIds !== undefined;
    const ofPeople = isNarrowed ? { employee: people } : {};
    const ofSites = isNarrowed ? { site: siteOf(siteIds, employeeIds) } : {};
    const [sites, shifts, patterns, assignments, changes, holidays, leaves] = await Promise.all([
      read.site.findMany({ where: isNarrowed ? siteOf(siteIds, employeeIds) : {} }),
      read.shift.findMany({ include: shiftRelations }),
      read.pattern.findMany({ include: { days: { orderBy: [{ day: 'asc' }, { shiftId: 'asc' }] } } }),
      read.assignment.findMany({
        where: {
          from: { lte: to },
          AND: [
            { OR: [{ to: null }, { to: { gte: from } }] },
            { OR: [{ employeeId: null }, { employeeId: { not: null }, ...ofPeople }] },
          ],
        },
      }),
      read.oneOffChange.findMany({ where: { date: { gte: from, lte: to }, ...ofPeople }, orderBy: { id: 'asc' } }),
      read.holiday.findMany({ where: { date: { gte: from, lte: to }, ...ofSites } }),
      read.leave.findMany({ where: { from: { lte: to }, to: { gte: from }, ...ofPeople } }),
    ]);
    return { sites, shifts, patterns, assignments: assignments.map(scoped), changes, holidays, leaves };
  }
}

/** The sites given, and those of the people given. */
const siteOf = (
  siteIds: readonly string[] | undefined,
  employeeIds: readonly string[] | undefined,
): Prisma.SiteWhereInput => ({
  ...(siteIds && { id: { in: [...siteIds] } }),
  ...(employeeIds && { employees: { some: { id: { in: [...employeeIds] } } } }),
});

type AssignmentRow = Prisma.AssignmentGetPayload<object>;

/** The row as the rules take it. */
export function scoped({ siteId, departmentId, employeeId, ...row }: AssignmentRow): Assignment {
  const targets: [Scope, string | null][] = [
    ['SITE', siteId],
    ['DEPARTMENT', departmentId],
    ['EMPLOYEE', employeeId],
  ];
  for (const [scope, scopeId] of targets) if (scopeId !== null) return { ...row, scope, scopeId };
  throw new Error(`the assignment ${row.id} is for nobody`);
}
