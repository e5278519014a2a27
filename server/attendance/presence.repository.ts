import type { Database } from '../database/database.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';
import { employeesIn, type Scope } from '../scope.js';
import type { Placed } from '../schedules/schedule-reader.js';

/** Somebody whose whereabouts are asked for. `searchText` is what lists of people are ordered by. */
export type PresentPerson = Placed & { department: string; searchText: string };

export class PresenceRepository {
  constructor(private readonly database: Database) {}

  /** Active people in the scope with the names of their departments, in order of these. */
  async listPeople(scope: Scope, siteId: string | null): Promise<PresentPerson[]> {
    const [people, departments] = await Promise.all([
      this.database.read.employee.findMany({
        where: { AND: [employeesIn(scope), { active: true, ...(siteId && { siteId }) }] },
        select: { id: true, siteId: true, departmentId: true, searchText: true },
      }),
      this.database.read.department.findMany({ orderBy: { name: 'asc' } }),
    ]);
    return departments.flatMap(({ id, name }) =>
      people.filter(({ departmentId }) => departmentId === id).map((person) => ({ ...person, department: name })),
    );
  }

  /** In no order. */
  listEmployees(ids: readonly string[]): Promise<Employee[]> {
    return this.database.read.employee.findMany({ where: { id: { in: [...ids] } }, include: employeeRelations });
  }

  /** Who is in, checked in at this instant or later. */
  async listIn(openSince: Date): Promise<Set<string>> {
    const rows = await this.database.read.attendance.findMany({
      where: { openSince: { gte: openSince } },
      select: { employeeId: true },
    });
    return new Set(rows.map(({ employeeId }) => employeeId));
  }

  /** On which dates between two there was a punch of whom, as "employeeId date". */
  async listCame(from: string, to: string): Promise<Set<string>> {
    const rows = await this.database.read.attendance.findMany({
      where: { date: { gte: from, lte: to }, status: 'PRESENT' },
      select: { employeeId: true, date: true },
    });
    return new Set(rows.map(({ employeeId, date }) => `${employeeId} ${date}`));
  }
}
