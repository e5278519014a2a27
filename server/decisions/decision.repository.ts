import type { Database } from '../database/database.js';
import type { Prisma, RecognitionDecision } from '../database/generated/client.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';
import { inGroups } from '../in-groups.js';
import { ofEmployeesIn, type Scope } from '../scope.js';

export type DecisionRow = RecognitionDecision & { employee: Employee | null; runnerUp: Employee | null };
export type NewDecision = Prisma.RecognitionDecisionCreateManyInput;

export interface DecisionQuery {
  employeeId?: string | null;
  outcome?: string | null;
}

const person = { include: employeeRelations };
const withPeople = { include: { employee: person, runnerUp: person } } as const;

export class DecisionRepository {
  private readonly createOfMany = inGroups(async (decisions: readonly NewDecision[]) => {
    await this.database.write((transaction) => transaction.recognitionDecision.createMany({ data: [...decisions] }));
    return decisions;
  });

  constructor(private readonly database: Database) {}

  async create(decision: NewDecision): Promise<void> {
    await this.createOfMany(decision);
  }

  /** Null where there is no such decision whose nearest person is in the scope. */
  find(scope: Scope, id: string): Promise<DecisionRow | null> {
    return this.database.read.recognitionDecision.findFirst({
      where: { id, ...ofEmployeesIn(scope) },
      ...withPeople,
    });
  }

  /** Newest first. What is not given, or null, does not narrow. */
  list(
    scope: Scope,
    { employeeId, outcome }: DecisionQuery,
    take: number,
    afterId: string | null,
  ): Promise<DecisionRow[]> {
    return this.database.read.recognitionDecision.findMany({
      where: {
        ...ofEmployeesIn(scope),
        ...(employeeId && { employeeId }),
        ...(outcome && { outcome }),
        ...(afterId && { id: { lt: afterId } }),
      },
      orderBy: { id: 'desc' },
      take,
      ...withPeople,
    });
  }
}
