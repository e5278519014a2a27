import type { Database, Transaction } from '../database/database.js';
import { Prisma, type Erasure } from '../database/generated/client.js';
import { destroyKeys } from '../storage/person-key.repository.js';

export type { Erasure };

/** What an erasure found and removed from the database. */
export interface Removed {
  templates: number;
  photographs: number;
  keys: number;
  lookAlikes: number;
  mistakes: number;
  decisions: number;
}

export type ErasureWithPerson = Erasure & { employee: { number: number; imageId: string } };

/** Numbers that were worked out from a face. */
export const withoutFigures = {
  distance: null,
  runnerUpDistance: null,
  fusedDistance: null,
  fusedRunnerUpDistance: null,
  confidence: null,
  quality: Prisma.DbNull,
  liveness: Prisma.DbNull,
} as const;

const withPerson = { include: { employee: { select: { number: true, imageId: true } } } } as const;

export class ErasureRepository {
  constructor(private readonly database: Database) {}

  /**
   * Removes every biometric row of a person and destroys their keys, all or nothing. Attendance stays; decisions about
   * their face lose their figures, and where it was not theirs in the end, their name. Null where there is no such person.
   */
  begin(erasure: Pick<Erasure, 'id' | 'employeeId' | 'startedAt' | 'source'>): Promise<ErasureWithPerson | null> {
    const { employeeId, startedAt, source } = erasure;
    return this.database.write(async (transaction) => {
      if (!(await transaction.employee.findUnique({ where: { id: employeeId } }))) return null;
      const decisions = await forgetDecisions(transaction, employeeId);
      const lookAlikes = await transaction.lookAlike.deleteMany({
        where: { OR: [{ firstId: employeeId }, { secondId: employeeId }] },
      });
      const mistakes = await transaction.mistakenMatch.deleteMany({
        where: { OR: [{ wrongId: employeeId }, { rightId: employeeId }] },
      });
      const templates = await transaction.faceTemplate.deleteMany({ where: { employeeId } });
      const photographs = await transaction.faceSample.deleteMany({ where: { employeeId } });
      await transaction.consent.updateMany({
        where: { employeeId, withdrawnAt: null },
        data: { withdrawnAt: startedAt, withdrawnBy: source },
      });
      const removed: Removed = {
        templates: templates.count,
        photographs: photographs.count,
        keys: await destroyKeys(transaction, employeeId),
        lookAlikes: lookAlikes.count,
        mistakes: mistakes.count,
        decisions,
      };
      return transaction.erasure.create({ data: { ...erasure, removed: { ...removed } }, ...withPerson });
    });
  }

  async finish(id: string, result: Pick<Erasure, 'finishedAt' | 'receipt'> & { files: number }): Promise<Erasure> {
    const { files, ...data } = result;
    return this.database.write(async (transaction) => {
      const { removed } = await transaction.erasure.findUniqueOrThrow({ where: { id } });
      return transaction.erasure.update({
        where: { id },
        data: { ...data, removed: { ...(removed as object), files } },
      });
    });
  }

  /** Those that a stop, or a reader, kept from their end. */
  listUnfinished(): Promise<ErasureWithPerson[]> {
    return this.database.read.erasure.findMany({
      where: { finishedAt: null },
      orderBy: { sequence: 'asc' },
      ...withPerson,
    });
  }

  /** After a sequence, in order. */
  listAfter(sequence: number, take: number): Promise<Erasure[]> {
    return this.database.read.erasure.findMany({
      where: { sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take,
    });
  }

  /** Of these ids of photographs that are staged, those of this person's events. */
  async listOwnPhotos(employeeId: string, ids: readonly string[]): Promise<string[]> {
    const events = await this.database.read.attendanceEvent.findMany({
      where: { employeeId, id: { in: [...ids] } },
      select: { id: true },
    });
    return events.map(({ id }) => id);
  }

  scrub(): Promise<boolean> {
    return this.database.scrub();
  }
}

async function forgetDecisions(transaction: Transaction, employeeId: string): Promise<number> {
  const { recognitionDecision } = transaction;
  const theirs = await recognitionDecision.updateMany({ where: { employeeId }, data: withoutFigures });
  await recognitionDecision.updateMany({
    where: { employeeId, event: null, NOT: { outcome: 'MATCHED' } },
    data: { employeeId: null },
  });
  const others = await recognitionDecision.updateMany({
    where: { runnerUpId: employeeId },
    data: { runnerUpId: null, runnerUpDistance: null, fusedRunnerUpDistance: null },
  });
  return theirs.count + others.count;
}
