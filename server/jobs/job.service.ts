import { Repeater } from '@graphql-yoga/subscription';
import { Cron } from 'croner';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { newId } from '../ids.js';
import type { Logger } from '../logger.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch } from '../row-errors.js';
import { parseInput } from '../validate.js';
import type { JobKind } from './job-kind.js';
import { JobRunner } from './job-runner.js';
import type { Job, JobQuery, JobRepository, JobStep } from './job.repository.js';

export type { Job };

const SCHEDULE = 'schedule';
/** Jobs that changed, read at once by a watcher. */
const WATCH_BATCH = 100;

const jobKey = z.tuple([z.string()]);

/** Long work: queued, watched, cancelled, tried again; by a schedule where its kind has one. */
export class JobService {
  private readonly kinds: ReadonlyMap<string, JobKind>;
  private readonly runner: JobRunner;

  constructor(
    private readonly dependencies: {
      jobs: JobRepository;
      kinds: readonly JobKind[];
      /** In which schedules are meant. */
      timeZone: string;
      events: Events;
      clock: Clock;
      logger: Logger;
    },
  ) {
    this.kinds = new Map(dependencies.kinds.map((kind) => [kind.name, kind]));
    this.runner = new JobRunner({ ...dependencies, kinds: this.kinds, onEnd: (kind) => this.schedule(kind) });
  }

  /**
   * Queues what the schedules ask for, goes on with what a stop interrupted, and begins. What is at work while this is not
   * the only runner may be another's: then it is gone on with once that one's lease has ended.
   */
  async start({ isOnlyRunner = true } = {}): Promise<void> {
    for (const name of this.kinds.keys()) await this.schedule(name);
    await this.runner.start(isOnlyRunner);
  }

  stop(): Promise<void> {
    return this.runner.stop();
  }

  /**
   * Queues a job. With a key, one that is queued or at work already with this key is given instead. Throws NOT_FOUND for
   * a kind that is not there, BAD_USER_INPUT for a payload that is off.
   */
  async enqueue(
    kindName: string,
    payload: unknown,
    { source, key = null, runAt }: { source: string; key?: string | null; runAt?: Date },
  ): Promise<Job> {
    const { jobs, clock } = this.dependencies;
    const kind = this.kinds.get(kindName);
    if (!kind) throw new DomainError('NOT_FOUND', `There is no job of the kind ${kindName}.`);
    parseInput(kind.payload, payload);
    const now = clock.now();
    const activeKey = key === null ? null : `${kindName}/${key}`;
    const { maxAttempts } = kind;
    const job = { id: newId(), kind: kindName, payload, activeKey, source, maxAttempts, runAt: runAt ?? now };
    const queued = (await jobs.create(job, now)) ?? (activeKey && (await jobs.findActive(activeKey)));
    if (!queued) throw new DomainError('BUSY', 'The same job has just ended. Try again.');
    this.changed();
    return queued;
  }

  /** Queues a job of a kind with a schedule for now. Throws NOT_FOUND for any other. */
  runNow(kindName: string, source: string): Promise<Job> {
    if (!this.kinds.get(kindName)?.cron) {
      throw new DomainError('NOT_FOUND', `There is no job of the kind ${kindName} that runs by a schedule.`);
    }
    return this.enqueue(kindName, {}, { source, key: 'now' });
  }

  find(id: string): Promise<Job | null> {
    return this.dependencies.jobs.find(id);
  }

  /** Newest first. Throws BAD_USER_INPUT for a page that is off. */
  list(query: JobQuery, request: PageRequest): Promise<Page<Job>> {
    const keyOf = ({ id }: Job): [string] => [id];
    return readPage(request, jobKey, keyOf, (take, after) =>
      this.dependencies.jobs.list(query, take, after?.[0] ?? null),
    );
  }

  /** The steps of a job that are done. */
  listSteps(id: string): Promise<JobStep[]> {
    return this.dependencies.jobs.listSteps(id);
  }

  /** Stops a job; what its finished steps did stays done. Throws NOT_FOUND, or CONFLICT for one that has ended. */
  async cancel(id: string): Promise<Job> {
    const { jobs, clock } = this.dependencies;
    const { state } = await this.get(id);
    if (!(await jobs.cancel(id, clock.now()))) throw new DomainError('CONFLICT', `The job has ended: ${state}.`);
    this.runner.cancel(id);
    this.changed();
    return this.get(id);
  }

  /** Goes on with a job that failed or was cancelled, after its finished steps. Throws NOT_FOUND or CONFLICT. */
  async retry(id: string): Promise<Job> {
    const { jobs, clock } = this.dependencies;
    const { state } = await this.get(id);
    if (!(await jobs.retry(id, clock.now()))) throw new DomainError('CONFLICT', `The job has not failed: ${state}.`);
    this.changed();
    return this.get(id);
  }

  /** A job, or with null whichever changes from now on: its present state and each later one, without end. */
  watch(id: string | null): AsyncIterable<Job> {
    const { jobs, events, clock } = this.dependencies;
    return new Repeater<Job>(async (push, stop) => {
      let isStopped = false;
      const stopped = stop.then(() => {
        isStopped = true;
      });
      let seen = new Map<string, string>();
      let since = clock.now();
      while (!isStopped) {
        const mark = events.jobsChanged.mark;
        const changed = id ? await this.listOne(id) : await jobs.listChangedSince(since, WATCH_BATCH);
        const before = seen;
        // Whoever is not among them was written to before `since`, and is not listed again until it changes.
        seen = new Map(changed.map((job) => [job.id, stateOf(job)]));
        const fresh = changed.filter((job) => before.get(job.id) !== stateOf(job));
        for (const job of fresh) await push(job);
        since = changed.at(-1)?.changedAt ?? since;
        if (fresh.length === 0) await Promise.race([events.jobsChanged.since(mark), stopped]);
      }
    });
  }

  private async listOne(id: string): Promise<Job[]> {
    const job = await this.find(id);
    return job ? [job] : [];
  }

  private async get(id: string): Promise<Job> {
    const job = await this.find(id);
    if (!job) throw noSuch('job');
    return job;
  }

  /** One that was missed while nothing ran is due still; else the next one is queued for its time. */
  private async schedule(kindName: string): Promise<void> {
    const { jobs, timeZone, clock } = this.dependencies;
    const cron = this.kinds.get(kindName)?.cron;
    if (!cron) return;
    const next = new Cron(cron, { timezone: timeZone, paused: true }).nextRun(clock.now());
    const waiting = await jobs.findActive(`${kindName}/${SCHEDULE}`);
    const isAsPlanned = waiting && (waiting.runAt <= clock.now() || waiting.runAt.getTime() === next?.getTime());
    if (!next || isAsPlanned) return;
    // The schedule was changed: what it asked for before is not wanted any more.
    if (waiting) await jobs.cancel(waiting.id, clock.now());
    await this.enqueue(kindName, {}, { source: SCHEDULE, key: SCHEDULE, runAt: next });
  }

  private changed(): void {
    this.dependencies.events.jobsQueued.raise();
    this.dependencies.events.jobsChanged.raise();
  }
}

/** What a watcher is told of: not that a lease was renewed. */
const stateOf = ({ state, runAt, attempts, done, total, message }: Job): string =>
  JSON.stringify([state, runAt, attempts, done, total, message]);
