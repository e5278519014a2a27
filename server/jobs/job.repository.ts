import { isUniqueViolation, type Database } from '../database/database.js';
import { Prisma, type Job, type JobState, type JobStep } from '../database/generated/client.js';

export type { Job, JobState, JobStep };

export type NewJob = Pick<Job, 'id' | 'kind' | 'activeKey' | 'source' | 'runAt' | 'maxAttempts'> & { payload: unknown };

/** What a runner writes about the job that it holds. */
export type JobChange = Partial<
  Pick<Job, 'state' | 'activeKey' | 'runAt' | 'finishedAt' | 'attempts' | 'done' | 'total' | 'message'>
> & { result?: unknown; leaseUntil?: Date | null; leaseOwner?: string | null };

export interface JobQuery {
  kind?: string | null;
  state?: JobState | null;
}

export class JobRepository {
  constructor(private readonly database: Database) {}

  /** Null where there is an unfinished job with this key. */
  async create(job: NewJob, now: Date): Promise<Job | null> {
    const fresh = { state: 'QUEUED', createdAt: now, changedAt: now, attempts: 0, cancelRequested: false } as const;
    try {
      return await this.database.write((transaction) =>
        transaction.job.create({ data: { ...job, payload: json(job.payload), ...fresh, done: 0, total: 0 } }),
      );
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  find(id: string): Promise<Job | null> {
    return this.database.read.job.findUnique({ where: { id } });
  }

  async countByState(): Promise<{ state: JobState; count: number }[]> {
    const groups = await this.database.read.job.groupBy({ by: ['state'], _count: true });
    return groups.map(({ state, _count: count }) => ({ state, count }));
  }

  findActive(activeKey: string): Promise<Job | null> {
    return this.database.read.job.findUnique({ where: { activeKey } });
  }

  /** Newest first. What is not given, or null, does not narrow. */
  list({ kind, state }: JobQuery, take: number, afterId: string | null): Promise<Job[]> {
    return this.database.read.job.findMany({
      where: { ...(kind && { kind }), ...(state && { state }), ...(afterId && { id: { lt: afterId } }) },
      orderBy: { id: 'desc' },
      take,
    });
  }

  /** Those written to since an instant, the longest ago first. */
  listChangedSince(changedAt: Date, take: number): Promise<Job[]> {
    return this.database.read.job.findMany({
      where: { changedAt: { gte: changedAt } },
      orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
      take,
    });
  }

  /**
   * Takes the job that is due the longest for a runner, of none of these kinds and none that another runner is at; null
   * where there is none. One whose runner has not been heard of since its lease ended is due again.
   */
  async claim(owner: string, busyKinds: readonly string[], now: Date, leaseUntil: Date): Promise<Job | null> {
    const due = async ({ job }: Pick<Database['read'], 'job'>) => {
      const held = { state: 'RUNNING' as const, leaseUntil: { gte: now } };
      const atWork = await job.findMany({ where: held, select: { kind: true }, distinct: ['kind'] });
      return {
        kind: { notIn: [...busyKinds, ...atWork.map(({ kind }) => kind)] },
        OR: [
          { state: 'QUEUED' as const, runAt: { lte: now } },
          { state: 'RUNNING' as const, leaseUntil: { lt: now } },
        ],
      };
    };
    const { read } = this.database;
    const next = await read.job.findFirst({ where: await due(read), orderBy: [{ runAt: 'asc' }, { id: 'asc' }] });
    if (!next) return null;
    return this.database.write(async (transaction) => {
      const { count } = await transaction.job.updateMany({
        where: { id: next.id, ...(await due(transaction)) },
        data: {
          state: 'RUNNING',
          startedAt: next.startedAt ?? now,
          changedAt: now,
          attempts: { increment: 1 },
          leaseOwner: owner,
          leaseUntil,
        },
      });
      return count === 0 ? null : transaction.job.findUnique({ where: { id: next.id } });
    });
  }

  /** When the next job is due that is not due yet, or that a lost runner holds; null for never. */
  async findNextDue(): Promise<Date | null> {
    const jobs = this.database.read.job;
    const [queued, held] = await Promise.all([
      jobs.findFirst({ where: { state: 'QUEUED' }, orderBy: { runAt: 'asc' }, select: { runAt: true } }),
      jobs.findFirst({ where: { state: 'RUNNING' }, orderBy: { leaseUntil: 'asc' }, select: { leaseUntil: true } }),
    ]);
    const instants = [queued?.runAt, held?.leaseUntil].filter((instant) => instant != null);
    return instants.length === 0 ? null : new Date(Math.min(...instants.map((instant) => instant.getTime())));
  }

  /** Writes to a job that a runner holds. Null where it holds it no more: another one took it over, or it has ended. */
  update(id: string, owner: string, change: JobChange, now: Date): Promise<Job | null> {
    return this.database.write(async (transaction) => {
      const { result, ...columns } = change;
      const { count } = await transaction.job.updateMany({
        where: { id, leaseOwner: owner, state: 'RUNNING' },
        data: { ...columns, ...(result !== undefined && { result: json(result) }), changedAt: now },
      });
      return count === 0 ? null : transaction.job.findUnique({ where: { id } });
    });
  }

  /** Of a job that waits: it is over. Of one at work: its runner is asked to stop. False where it has ended. */
  cancel(id: string, now: Date): Promise<boolean> {
    return this.database.write(async (transaction) => {
      const waiting = await transaction.job.updateMany({
        where: { id, state: 'QUEUED' },
        data: { state: 'CANCELLED', activeKey: null, finishedAt: now, changedAt: now },
      });
      if (waiting.count > 0) return true;
      const running = await transaction.job.updateMany({
        where: { id, state: 'RUNNING' },
        data: { cancelRequested: true, changedAt: now },
      });
      return running.count > 0;
    });
  }

  /** Queues a job that failed or was cancelled anew; its finished steps stay. False where it is neither. */
  retry(id: string, now: Date): Promise<boolean> {
    return this.database.write(async (transaction) => {
      const { count } = await transaction.job.updateMany({
        where: { id, state: { in: ['FAILED', 'CANCELLED'] } },
        data: {
          state: 'QUEUED',
          attempts: 0,
          cancelRequested: false,
          runAt: now,
          finishedAt: null,
          message: null,
          changedAt: now,
        },
      });
      return count > 0;
    });
  }

  /** For the only runner there is, at its start: whatever is at work was left so by one that is gone. */
  async releaseAll(now: Date): Promise<void> {
    await this.database.write((transaction) =>
      transaction.job.updateMany({
        where: { state: 'RUNNING' },
        data: { state: 'QUEUED', leaseOwner: null, leaseUntil: null, runAt: now, changedAt: now },
      }),
    );
  }

  async findStep(jobId: string, name: string): Promise<{ result: unknown } | null> {
    const step = await this.database.read.jobStep.findUnique({ where: { jobId_name: { jobId, name } } });
    return step && { result: step.result };
  }

  /** In the order in which they were finished. */
  listSteps(jobId: string): Promise<JobStep[]> {
    return this.database.read.jobStep.findMany({ where: { jobId }, orderBy: { finishedAt: 'asc' } });
  }

  async writeStep(jobId: string, name: string, result: unknown, now: Date): Promise<void> {
    const step = { result: json(result), finishedAt: now };
    await this.database.write((transaction) =>
      transaction.jobStep.upsert({
        where: { jobId_name: { jobId, name } },
        create: { jobId, name, ...step },
        update: step,
      }),
    );
  }

  /** Forgets jobs that ended before an instant, with their steps. Returns how many. */
  async deleteFinishedBefore(instant: Date): Promise<number> {
    const { count } = await this.database.write((transaction) =>
      transaction.job.deleteMany({ where: { finishedAt: { lt: instant } } }),
    );
    return count;
  }
}

/** Prisma has a null of its own for that of JSON. */
const json = (value: unknown) => (value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue));
