import type { Database, Transaction } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { DomainError } from '../errors.js';
import { noSuch, refuseInUse } from '../row-errors.js';
import { refusingNamesakes } from './namesakes.repository.js';
import type { PatternDetails } from './pattern-input.js';
import { findOverlap } from './shift-overlap.js';
import { getShifts, shiftRelations } from './shift.repository.js';

/** What is read with every pattern that is shown. */
export const patternRelations = {
  days: { orderBy: [{ day: 'asc' }, { shiftId: 'asc' }], include: { shift: { include: shiftRelations } } },
} as const satisfies Prisma.PatternInclude;

export type PatternRow = Prisma.PatternGetPayload<{ include: typeof patternRelations }>;

export class PatternRepository {
  constructor(private readonly database: Database) {}

  /** In order of names. */
  list(take: number, afterName: string | null): Promise<PatternRow[]> {
    return this.database.read.pattern.findMany({
      ...(afterName !== null && { where: { name: { gt: afterName } } }),
      orderBy: { name: 'asc' },
      take,
      include: patternRelations,
    });
  }

  /** Throws BAD_USER_INPUT for shifts that are missing or overlap, CONFLICT for a name that is taken. */
  create(id: string, { days, ...details }: PatternDetails): Promise<PatternRow> {
    return refusingNamesakes('pattern', details.name, () =>
      this.database.write(async (transaction) => {
        await refuseBadDays(transaction, days);
        return transaction.pattern.create({
          data: { id, ...details, days: { create: days } },
          include: patternRelations,
        });
      }),
    );
  }

  /** As `create`; throws NOT_FOUND. */
  update(id: string, { days, ...details }: PatternDetails): Promise<PatternRow> {
    return refusingNamesakes('pattern', details.name, () =>
      this.database.write(async (transaction) => {
        if (!(await transaction.pattern.findUnique({ where: { id } }))) throw noSuch('pattern');
        await refuseBadDays(transaction, days);
        return transaction.pattern.update({
          where: { id },
          data: { ...details, days: { deleteMany: {}, create: days } },
          include: patternRelations,
        });
      }),
    );
  }

  /** Throws NOT_FOUND, or CONFLICT for one that is assigned. */
  async remove(id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const pattern = await transaction.pattern.findUnique({ where: { id } });
      if (!pattern) throw noSuch('pattern');
      const count = await transaction.assignment.count({ where: { patternId: id } });
      refuseInUse('pattern', pattern.name, [{ kind: 'assignment', count }]);
      await transaction.pattern.delete({ where: { id } });
    });
  }
}

async function refuseBadDays(transaction: Transaction, days: PatternDetails['days']): Promise<void> {
  const ids = [...new Set(days.map(({ shiftId }) => shiftId))];
  const shifts = new Map((await getShifts(transaction, ids)).map((shift) => [shift.id, shift]));
  for (const day of new Set(days.map((each) => each.day))) {
    const ofDay = days.filter((each) => each.day === day).flatMap(({ shiftId }) => shifts.get(shiftId) ?? []);
    const overlap = findOverlap(ofDay);
    if (overlap) {
      throw new DomainError('BAD_USER_INPUT', `days: the shifts ${overlap.join(' and ')} overlap on day ${day}.`);
    }
  }
}
