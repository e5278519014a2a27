import { createRoster, type PlannedRoster, type ScheduleData } from './roster.rules.js';
import type { ScheduledEmployee } from './schedule.rules.js';
import type { ScheduleQuery, ScheduleRepository, ScheduleRows } from './schedule.repository.js';

/** An employee as their schedule is looked up. */
export interface Placed extends ScheduledEmployee {
  siteId: string;
}

/** The schedules that were read, of any number of sites and people. */
export class Schedules {
  private readonly bySite: Map<string, ScheduleData>;
  private readonly assignmentsTo: Map<string, ScheduleRows['assignments'][number][]>;
  private readonly changesOf: Map<string, ScheduleRows['changes'][number][]>;
  private readonly leavesOf: Map<string, ScheduleRows['leaves'][number][]>;

  constructor(rows: ScheduleRows) {
    const { sites, ...shared } = rows;
    const holidaysOf = grouped(rows.holidays, ({ siteId }) => siteId);
    this.bySite = new Map(sites.map((site) => [site.id, { ...shared, site, holidays: holidaysOf.get(site.id) ?? [] }]));
    this.assignmentsTo = grouped(rows.assignments, ({ scopeId }) => scopeId);
    this.changesOf = grouped(rows.changes, ({ employeeId }) => employeeId);
    this.leavesOf = grouped(rows.leaves, ({ employeeId }) => employeeId);
  }

  /** What the rules ask for, of one site. Throws for a site that was not read. */
  dataOf(siteId: string): ScheduleData {
    const data = this.bySite.get(siteId);
    if (!data) throw new Error(`the schedules of the site ${siteId} were not read`);
    return data;
  }

  /** One employee's schedule on the dates that were read, of their own rows alone, for speed. Throws for one of a site that was not read. */
  rosterOf(employee: Placed): PlannedRoster {
    const { id, siteId, departmentId } = employee;
    const scopes = [siteId, id, ...(departmentId === null ? [] : [departmentId])];
    const own = {
      assignments: scopes.flatMap((scopeId) => this.assignmentsTo.get(scopeId) ?? []),
      changes: this.changesOf.get(id) ?? [],
      leaves: this.leavesOf.get(id) ?? [],
    };
    return createRoster({ ...this.dataOf(siteId), ...own }, employee);
  }
}

/** Reads what the rules need to know of people's schedules. */
export class ScheduleReader {
  constructor(private readonly dependencies: { schedules: ScheduleRepository }) {}

  /** The schedules that bear on a date between `from` and `to`, both included. A night shift belongs to the date it begins. */
  async load(query: ScheduleQuery): Promise<Schedules> {
    return new Schedules(await this.dependencies.schedules.read(query));
  }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
