import type { Database } from '../database/database.js';
import { rowsAbout, type PlainRow, type RowsAbout } from '../database/rows-about.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';

export type { PlainRow, RowsAbout };

export class ExportRepository {
  constructor(private readonly database: Database) {}

  /** By id, or by the number people know. */
  findPerson(id: string): Promise<Employee | null> {
    return this.database.read.employee.findUnique({
      where: /^\d{1,9}$/.test(id) ? { number: Number(id) } : { id },
      include: employeeRelations,
    });
  }

  /** All rows about a person, table by table. */
  rowsAbout(employeeId: string): AsyncGenerator<RowsAbout, void, undefined> {
    return rowsAbout(this.database, 'Employee', employeeId);
  }

  /** What the audit says about a person, oldest first, after a sequence. */
  listAudit(employeeId: string, take: number, after: number) {
    return this.database.read.auditEntry.findMany({
      where: { subject: employeeId, sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
      take,
      select: { sequence: true, at: true, actor: true, actorName: true, action: true, outcome: true },
    });
  }
}
