import type { Database } from '../database/database.js';
import type { LookAlike } from '../database/generated/client.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';
import { employeesIn, type Scope } from '../scope.js';

export type { LookAlike };
export type LookAlikeRow = LookAlike & { first: Employee; second: Employee };
export type LookAlikeKey = readonly [distance: number, firstId: string, secondId: string];

export class LookAlikeRepository {
  constructor(private readonly database: Database) {}

  /** Both ids of every pair. */
  async listIds(): Promise<string[]> {
    const pairs = await this.database.read.lookAlike.findMany({ select: { firstId: true, secondId: true } });
    return pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]);
  }

  /** Pairs of which both are in the scope, nearest first. */
  list(scope: Scope, take: number, after: LookAlikeKey | null): Promise<LookAlikeRow[]> {
    const both = scope.kind === 'everybody' ? {} : { first: employeesIn(scope), second: employeesIn(scope) };
    return this.database.read.lookAlike.findMany({
      where: {
        ...both,
        ...(after && {
          OR: [
            { distance: { gt: after[0] } },
            { distance: after[0], firstId: { gt: after[1] } },
            { distance: after[0], firstId: after[1], secondId: { gt: after[2] } },
          ],
        }),
      },
      orderBy: [{ distance: 'asc' }, { firstId: 'asc' }, { secondId: 'asc' }],
      take,
      include: { first: { include: employeeRelations }, second: { include: employeeRelations } },
    });
  }

  /** A pair that is known already takes the new distance. */
  async note(pairs: readonly LookAlike[]): Promise<void> {
    await this.database.write(async (transaction) => {
      for (const { firstId, secondId, ...rest } of pairs) {
        await transaction.lookAlike.upsert({
          where: { firstId_secondId: { firstId, secondId } },
          create: { firstId, secondId, ...rest },
          update: rest,
        });
      }
    });
  }

  /** Returns how many pairs went. */
  async deleteFoundBefore(time: Date): Promise<number> {
    const { count } = await this.database.write((transaction) =>
      transaction.lookAlike.deleteMany({ where: { foundAt: { lt: time } } }),
    );
    return count;
  }
}
