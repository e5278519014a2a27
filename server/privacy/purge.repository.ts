import type { Database } from '../database/database.js';
import type { Prisma, PurgeRun } from '../database/generated/client.js';
import { withoutFigures } from './erasure.repository.js';
import { RETENTION, retentionKinds, type RetentionDays, type RetentionKind } from './retention.js';

export type { PurgeRun };

/** Rows of one kind that are past their time. */
export interface Expired {
  count(before: Date): Promise<number>;
  /** Removes some of them; returns how many, 0 when there are no more. */
  removeSome(before: Date, most: number): Promise<number>;
}

const hasFigures: Prisma.RecognitionDecisionWhereInput = {
  OR: [{ distance: { not: null } }, { confidence: { not: null } }, { runnerUpDistance: { not: null } }],
};

export class PurgeRepository {
  constructor(private readonly database: Database) {}

  /** Decisions that led to no record: they go. */
  readonly decisions: Expired = this.expired((before) => {
    const where = { decidedAt: { lt: before }, event: null };
    return {
      count: () => this.database.read.recognitionDecision.count({ where }),
      removeSome: async (most) => {
        const rows = await this.database.read.recognitionDecision.findMany({ where, take: most, select: { id: true } });
        const ids = rows.map(({ id }) => id);
        // An event may come to name one meanwhile.
        return this.database.write(async ({ recognitionDecision }) =>
          recognitionDecision.deleteMany({ where: { id: { in: ids }, event: null } }),
        );
      },
    };
  });

  /** Decisions that an event names: it cannot be changed, so they stay without their figures. */
  readonly figures: Expired = this.expired((before) => {
    const where = { decidedAt: { lt: before }, event: { isNot: null }, ...hasFigures };
    return {
      count: () => this.database.read.recognitionDecision.count({ where }),
      removeSome: async (most) => {
        const rows = await this.database.read.recognitionDecision.findMany({ where, take: most, select: { id: true } });
        const ids = rows.map(({ id }) => id);
        return this.database.write(({ recognitionDecision }) =>
          recognitionDecision.updateMany({ where: { id: { in: ids } }, data: withoutFigures }),
        );
      },
    };
  });

  readonly answers: Expired = this.expired((before) => {
    const where = { createdAt: { lt: before } };
    return {
      count: () => this.database.read.attendanceAnswer.count({ where }),
      removeSome: async (most) => {
        const rows = await this.database.read.attendanceAnswer.findMany({ where, take: most });
        const keys = rows.map(({ source, idempotencyKey }) => ({ source, idempotencyKey }));
        if (keys.length === 0) return { count: 0 };
        return this.database.write(({ attendanceAnswer }) => attendanceAnswer.deleteMany({ where: { OR: keys } }));
      },
    };
  });

  readonly sessions: Expired = this.expired((before) => {
    const where = { expiresAt: { lt: before } };
    return {
      count: () => this.database.read.session.count({ where }),
      removeSome: () => this.database.write(({ session }) => session.deleteMany({ where })),
    };
  });

  /** How long each kind is kept. */
  async readRetention(): Promise<RetentionDays> {
    const rows = await this.database.read.retentionRule.findMany();
    const chosen = new Map(rows.map(({ kind, days }) => [kind, days]));
    return Object.fromEntries(
      retentionKinds.map((kind) => [kind, chosen.get(kind) ?? RETENTION[kind].days]),
    ) as RetentionDays;
  }

  async setRetention(kind: RetentionKind, days: number): Promise<void> {
    await this.database.write(({ retentionRule }) =>
      retentionRule.upsert({ where: { kind }, create: { kind, days }, update: { days } }),
    );
  }

  /** Who has something of a face here without an agreement that holds, or left before a date. */
  async listFacesToErase(leftBefore: string): Promise<string[]> {
    const rows = await this.database.read.employee.findMany({
      where: {
        OR: [{ templates: { some: {} } }, { samples: { some: {} } }, { keys: { some: {} } }],
        AND: {
          OR: [{ leavesOn: { lt: leftBefore } }, { consents: { some: {}, every: { withdrawnAt: { not: null } } } }],
        },
      },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  listTimeZones(): Promise<{ id: string; timeZone: string }[]> {
    return this.database.read.site.findMany({ select: { id: true, timeZone: true } });
  }

  /** People of a site whose last day is over, and who are still active. */
  async countLeavers(siteId: string, today: string): Promise<number> {
    return this.database.read.employee.count({ where: { siteId, active: true, leavesOn: { lt: today } } });
  }

  async deactivateLeavers(siteId: string, today: string): Promise<number> {
    const leavers = { siteId, active: true, leavesOn: { lt: today } };
    const { count } = await this.database.write(({ employee }) =>
      employee.updateMany({ where: leavers, data: { active: false } }),
    );
    return count;
  }

  async saveRun(run: Omit<PurgeRun, 'removed'> & { removed: Record<string, number> }): Promise<void> {
    const { id, ...data } = run;
    await this.database.write(({ purgeRun }) => purgeRun.upsert({ where: { id }, create: run, update: data }));
  }

  /** Newest first. */
  listRuns(take: number, afterId: string | null): Promise<PurgeRun[]> {
    return this.database.read.purgeRun.findMany({
      ...(afterId && { where: { id: { lt: afterId } } }),
      orderBy: { id: 'desc' },
      take,
    });
  }

  private expired(
    about: (before: Date) => { count(): Promise<number>; removeSome(most: number): Promise<{ count: number }> },
  ): Expired {
    return {
      count: (before) => about(before).count(),
      removeSome: async (before, most) => (await about(before).removeSome(most)).count,
    };
  }
}
