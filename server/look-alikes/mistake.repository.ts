import type { Database } from '../database/database.js';
import type { MistakenMatch } from '../database/generated/client.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';
import { inGroups } from '../in-groups.js';
import { employeesIn, type Scope } from '../scope.js';
import { noSuch } from '../row-errors.js';

export type { MistakenMatch };
export type NewMistake = Omit<MistakenMatch, 'wrongSampleId' | 'rightSampleId'>;
export type MistakeRow = MistakenMatch & { wrong: Employee; right: Employee | null };

const person = { include: employeeRelations };
const ofWrongIn = (scope: Scope) => (scope.kind === 'everybody' ? {} : { wrong: employeesIn(scope) });

export class MistakeRepository {
  private readonly aboutOneOfMany = inGroups(async (wrongIds: readonly string[]) => {
    const where = { wrongId: { in: [...new Set(wrongIds)] } };
    const found = await this.database.read.mistakenMatch.findMany({ where });
    return wrongIds.map((id) => found.filter(({ wrongId }) => wrongId === id));
  });

  constructor(private readonly database: Database) {}

  /** What is noted about the same event is replaced. Of somebody whose face is not kept nothing is noted. */
  async note(mistake: NewMistake): Promise<void> {
    await this.database.write(async (transaction) => {
      const firstSampleOf = async (employeeId: string | null): Promise<string | null> => {
        if (employeeId === null) return null;
        const select = { id: true } as const;
        const orderBy = { id: 'asc' } as const;
        return (await transaction.faceSample.findFirst({ where: { employeeId }, orderBy, select }))?.id ?? null;
      };
      const wrongSampleId = await firstSampleOf(mistake.wrongId);
      if (wrongSampleId === null) return;
      await transaction.mistakenMatch.deleteMany({ where: { eventId: mistake.eventId } });
      const rightSampleId = await firstSampleOf(mistake.rightId);
      await transaction.mistakenMatch.create({ data: { ...mistake, wrongSampleId, rightSampleId } });
    });
  }

  /** By which somebody was taken for this person. */
  listAbout(wrongId: string): Promise<MistakenMatch[]> {
    return this.aboutOneOfMany(wrongId);
  }

  /** By which somebody in the scope was taken for, newest first. */
  list(scope: Scope, take: number, beforeId: string | null): Promise<MistakeRow[]> {
    return this.database.read.mistakenMatch.findMany({
      where: { ...ofWrongIn(scope), ...(beforeId && { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take,
      include: { wrong: person, right: person },
    });
  }

  /** Throws NOT_FOUND. */
  async remove(scope: Scope, id: string): Promise<void> {
    const { count } = await this.database.write((transaction) =>
      transaction.mistakenMatch.deleteMany({ where: { id, ...ofWrongIn(scope) } }),
    );
    if (count === 0) throw noSuch('mistaken match');
  }

  /** Does nothing where there is none about this event. */
  async removeAbout(eventId: string): Promise<void> {
    await this.database.write((transaction) => transaction.mistakenMatch.deleteMany({ where: { eventId } }));
  }
}
