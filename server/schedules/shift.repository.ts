import type { Database, Transaction } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { ConflictError, DomainError } from '../errors.js';
import { noSuch, refuseInUse } from '../row-errors.js';
import { refusingNamesakes } from './namesakes.repository.js';
import type { ShiftDetails } from './shift-input.js';
import { findOverlap } from './shift-overlap.js';

/** What is read with every shift. */
export const shiftRelations = { segments: { orderBy: { startsAtMinutes: 'asc' } } } as const;

export type ShiftRow = Prisma.ShiftGetPayload<{ include: typeof shiftRelations }>;

const EXAMPLES = 3;

export class ShiftRepository {
  constructor(private readonly database: Database) {}

  /** In order of names. */
  list(take: number, afterName: string | null): Promise<ShiftRow[]> {
    return this.database.read.shift.findMany({
      ...(afterName !== null && { where: { name: { gt: afterName } } }),
      orderBy: { name: 'asc' },
      take,
      include: shiftRelations,
    });
  }

  create(id: string, { segments, ...details }: ShiftDetails): Promise<ShiftRow> {
    return refusingNamesakes('shift', details.name, () =>
      this.database.write((transaction) =>
        transaction.shift.create({
          data: { id, ...details, segments: { create: segments } },
          include: shiftRelations,
        }),
      ),
    );
  }

  /** Throws NOT_FOUND, or CONFLICT for a name that is taken or times that overlap another shift of the same day. */
  update(id: string, { segments, ...details }: ShiftDetails): Promise<ShiftRow> {
    return refusingNamesakes('shift', details.name, () =>
      this.database.write(async (transaction) => {
        if (!(await transaction.shift.findUnique({ where: { id } }))) throw noSuch('shift');
        const updated = await transaction.shift.update({
          where: { id },
          data: { ...details, segments: { deleteMany: {}, create: segments } },
          include: shiftRelations,
        });
        await refuseOverlaps(transaction, id);
        return updated;
      }),
    );
  }

  /** Throws NOT_FOUND, or CONFLICT for one in use. */
  async remove(id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const shift = await transaction.shift.findUnique({ where: { id } });
      if (!shift) throw noSuch('shift');
      const using = { days: { some: { shiftId: id } } };
      const patterns = await transaction.pattern.findMany({ where: using, orderBy: { name: 'asc' }, take: EXAMPLES });
      refuseInUse('shift', shift.name, [
        {
          kind: 'pattern',
          count: await transaction.pattern.count({ where: using }),
          examples: patterns.map(({ name }) => name),
        },
        { kind: 'one-off change', count: await transaction.oneOffChange.count({ where: { shiftId: id } }) },
      ]);
      await transaction.shift.delete({ where: { id } });
    });
  }
}

/** Shifts of these ids, in their order. Throws BAD_USER_INPUT for one that is not there. */
export async function getShifts(transaction: Transaction, ids: readonly string[]): Promise<ShiftRow[]> {
  const rows = await transaction.shift.findMany({ where: { id: { in: [...ids] } }, include: shiftRelations });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const shift = byId.get(id);
    if (!shift) throw new DomainError('BAD_USER_INPUT', `There is no shift with the id ${id}.`);
    return shift;
  });
}

/** Refuses a change to a shift that makes it overlap another one where both come on one day. */
async function refuseOverlaps(transaction: Transaction, shiftId: string): Promise<void> {
  const withShift = { shift: { include: shiftRelations } } as const;
  const inPatterns = await transaction.patternDay.findMany({
    where: { pattern: { days: { some: { shiftId } } } },
    include: { ...withShift, pattern: true },
  });
  const changed = await transaction.oneOffChange.findMany({ where: { shiftId } });
  const inChanges = await transaction.oneOffChange.findMany({
    where: {
      employeeId: { in: [...new Set(changed.map(({ employeeId }) => employeeId))] },
      date: { in: [...new Set(changed.map(({ date }) => date))] },
    },
    include: { ...withShift, employee: true },
  });
  const shiftsOn = new Map<string, ShiftRow[]>();
  const plan = (day: string, shift: ShiftRow) => shiftsOn.set(day, [...(shiftsOn.get(day) ?? []), shift]);
  for (const { day, pattern, shift } of inPatterns) plan(`day ${day} of the pattern ${pattern.name}`, shift);
  for (const { date, employee, shift } of inChanges) {
    if (shift) plan(`${date} for ${employee.name} (number ${employee.number})`, shift);
  }
  for (const [day, shifts] of shiftsOn) {
    const overlap = findOverlap(shifts);
    if (overlap) throw new ConflictError('OVERLAP', `The shifts ${overlap.join(' and ')} would overlap on ${day}.`);
  }
}
