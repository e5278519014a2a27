import type { Database, Transaction } from '../database/database.js';
import type { Employee } from '../database/generated/client.js';

export type { Employee };

export interface NewEmployee {
  id: string;
  name: string;
  position: string;
  department: string;
  createdAt: Date;
}

/** Where an employee stands in the order of names. */
export type EmployeeKey = readonly [searchText: string, id: string];

export class EmployeeRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Employee | null> {
    return this.database.read.employee.findUnique({ where: { id } });
  }

  /** In order of names. `search` is folded; every one of its words must occur. */
  list(words: string[], take: number, after: EmployeeKey | null): Promise<Employee[]> {
    return this.database.read.employee.findMany({
      where: {
        AND: [
          matching(words),
          after ? { OR: [{ searchText: { gt: after[0] } }, { searchText: after[0], id: { gt: after[1] } }] } : {},
        ],
      },
      orderBy: [{ searchText: 'asc' }, { id: 'asc' }],
      take,
    });
  }

  count(words: string[] = []): Promise<number> {
    return this.database.read.employee.count({ where: matching(words) });
  }

  /** The departments in use, in order; `take` at most. */
  async listDepartments(take: number): Promise<string[]> {
    const rows = await this.database.read.employee.findMany({
      distinct: ['department'],
      select: { department: true },
      orderBy: { department: 'asc' },
      take,
    });
    return rows.map((row) => row.department);
  }

  /** Changes a row with what `change` makes of it. Null where there is no such employee. */
  update(id: string, change: (employee: Employee) => Partial<Employee>): Promise<Employee | null> {
    return this.database.write(async (transaction) => {
      const employee = await transaction.employee.findUnique({ where: { id } });
      return employee && transaction.employee.update({ where: { id }, data: change(employee) });
    });
  }
}

const matching = (words: string[]) => ({ AND: words.map((word) => ({ searchText: { contains: word } })) });

/** The next employee number: one more than the highest ever given. */
export async function nextEmployeeNumber(transaction: Transaction): Promise<number> {
  const { _max } = await transaction.employee.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
