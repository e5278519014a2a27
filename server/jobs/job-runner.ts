import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { newId } from '../ids.js';
import type { Logger } from '../logger.js';
import { backOffMs } from './back-off.rules.js';
import type { JobKind } from './job-kind.js';
import type { Job, JobChange, JobRepository } from './job.repository.js';
import { WorkingJob } from './working-job.js';

/** A runner that has not been heard of for so long is taken for dead. */
const LEASE_MS = 30_000;
/** The longest time between two looks for work that is due. */
const MAX_SLEEP_MS = 60_000;

/** Why a job at work is to stop. */
type StopReason = 'cancelled' | 'stopping' | 'lost';

interface Running {
  kind: string;
  controller: AbortController;
  ended: Promise<void>;
}

/** Does the work of the job table: takes what is due, keeps its lease alive, tries again what failed. */
export class JobRunner {
  private readonly owner = newId();
  private readonly running = new Map<string, Running>();
  private readonly stopping = new AbortController();
  private looping: Promise<void> = Promise.resolve();

  constructor(
    private readonly dependencies: {
      jobs: JobRepository;
      kinds: ReadonlyMap<string, JobKind>;
      /** Told when a job has ended, well or not. */
      onEnd: (kind: string) => Promise<void>;
      events: Events;
      clock: Clock;
      logger: Logger;
    },
  ) {}

  /** Takes over what a stop left at work, where nobody else can be at it, and begins. */
  async start(isOnlyRunner: boolean): Promise<void> {
    const { jobs, clock } = this.dependencies;
    if (isOnlyRunner) await jobs.releaseAll(clock.now());
    this.looping = this.loop();
  }

  /** Asks everything at work to stop and waits for it; the next start goes on. */
  async stop(): Promise<void> {
    this.stopping.abort();
    for (const { controller } of this.running.values()) controller.abort(reason('stopping'));
    await this.looping;
    await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  /** Passes a cancellation on at once, where the job is at work here. */
  cancel(id: string): void {
    this.running.get(id)?.controller.abort(reason('cancelled'));
  }

  private async loop(): Promise<void> {
    const { jobs, events, clock, logger } = this.dependencies;
    while (!this.stopping.signal.aborted) {
      const mark = events.jobsQueued.mark;
      try {
        const now = clock.now();
        const busy = [...this.running.values()].map(({ kind }) => kind);
        const job = await jobs.claim(this.owner, busy, now, new Date(now.getTime() + LEASE_MS));
        if (job) {
          this.begin(job);
          continue;
        }
        await this.sleep(mark, await jobs.findNextDue());
      } catch (err) {
        logger.error({ err }, 'the job table could not be read');
        await this.sleep(mark, null);
      }
    }
  }

  /** Until something is queued or ends, something is due, or this stops. */
  private async sleep(mark: number, due: Date | null): Promise<void> {
    const { events, clock } = this.dependencies;
    const ms = due ? Math.max(1_000, due.getTime() - clock.now().getTime()) : MAX_SLEEP_MS;
    const woken = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, woken.signal]);
    await Promise.race([
      events.jobsQueued.since(mark),
      setTimeout(Math.min(ms, MAX_SLEEP_MS), null, { signal }).catch(() => undefined),
    ]);
    woken.abort();
  }

  private begin(job: Job): void {
    const { events, logger } = this.dependencies;
    const controller = new AbortController();
    const ended = this.work(job, controller)
      .catch((err: unknown) => logger.error({ err, job: job.id }, 'the end of a job could not be noted'))
      .then(() => {
        this.running.delete(job.id);
        events.jobsQueued.raise();
      });
    this.running.set(job.id, { kind: job.kind, controller, ended });
    events.jobsChanged.raise();
    if (job.cancelRequested) controller.abort(reason('cancelled'));
  }

  private async work(job: Job, controller: AbortController): Promise<void> {
    const { jobs, kinds, onEnd, events, clock } = this.dependencies;
    const write = async (change: JobChange): Promise<Job | null> => {
      const written = await jobs.update(job.id, this.owner, change, clock.now());
      events.jobsChanged.raise();
      return written;
    };
    const heartbeat = setInterval(() => void beat().catch(() => undefined), LEASE_MS / 3);
    const beat = async (): Promise<void> => {
      const alive = await write({ leaseUntil: new Date(clock.now().getTime() + LEASE_MS) });
      if (!alive) controller.abort(reason('lost'));
      else if (alive.cancelRequested) controller.abort(reason('cancelled'));
    };
    const working = new WorkingJob(job, controller.signal, { jobs, clock, write });
    try {
      const kind = kinds.get(job.kind);
      if (!kind) throw new DomainError('NOT_FOUND', `This version knows no job of the kind ${job.kind}.`);
      const run = working.run(kind.payload.parse(job.payload));
      const result = await kind.run(run);
      await working.settle();
      await write({ ...this.over('SUCCEEDED'), result, message: null });
    } catch (error) {
      await working.settle();
      await write(this.changeAfter(job, controller.signal, error));
    } finally {
      clearInterval(heartbeat);
    }
    await onEnd(job.kind);
  }

  private changeAfter(job: Job, signal: AbortSignal, error: unknown): JobChange {
    const { clock, logger } = this.dependencies;
    const free = { leaseOwner: null, leaseUntil: null };
    const stopped = signal.aborted ? (signal.reason as Error).message : null;
    if (stopped === 'cancelled') return { ...this.over('CANCELLED'), message: null };
    // A stop of the program is no failure.
    if (stopped) return { state: 'QUEUED', ...free, attempts: job.attempts - 1 };

    logger.error({ err: error, job: job.id, kind: job.kind, attempt: job.attempts }, 'a job failed');
    const message = error instanceof DomainError ? error.message : 'Something went wrong; the log says what.';
    const isFinal = error instanceof DomainError && error.code !== 'BUSY' && error.code !== 'TIMEOUT';
    if (isFinal || job.attempts >= job.maxAttempts) return { ...this.over('FAILED'), message };
    return { state: 'QUEUED', ...free, runAt: new Date(clock.now().getTime() + backOffMs(job.attempts)), message };
  }

  private over(state: 'SUCCEEDED' | 'FAILED' | 'CANCELLED'): JobChange {
    return {
      state,
      activeKey: null,
      finishedAt: this.dependencies.clock.now(),
      leaseOwner: null,
      leaseUntil: null,
    };
  }
}

const reason = (why: StopReason): Error => new Error(why);
