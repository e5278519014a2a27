import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Database } from '../database/database.js';
import { DomainError } from '../errors.js';
import { createEvents } from '../events.js';
import { createLogLines } from '../testing/log-lines.js';
import { temporaryDatabase } from '../testing/temporary-database.js';
import { TestClock } from '../testing/test-clock.js';
import type { JobKind, JobRun } from './job-kind.js';
import { JobRepository } from './job.repository.js';
import { JobService, type Job } from './job.service.js';

type Work = (run: JobRun<{ name?: string | undefined }>) => Promise<string | null>;

/** A service with jobs of the kind "work", on a database that another one may have used before. */
function setUp(work: Work, options: { database?: Database; clock?: TestClock; cron?: string } = {}) {
  const { database = temporaryDatabase(), clock = new TestClock() } = options;
  const { logger, lines } = createLogLines();
  const kind: JobKind<{ name?: string | undefined }> = {
    name: 'work',
    payload: z.object({ name: z.string().optional() }),
    maxAttempts: 3,
    ...(options.cron && { cron: options.cron }),
    run: work,
  };
  const events = createEvents();
  const jobs = new JobRepository(database);
  const service = new JobService({ jobs, kinds: [kind], timeZone: 'Europe/Berlin', events, clock, logger });
  onTestFinished(() => service.stop());
  /** Resolves with the job once it is in this state. */
  const until = async (id: string, isSo: (job: Job) => boolean): Promise<Job> => {
    for await (const job of service.watch(id)) if (isSo(job)) return job;
    throw new Error('the job is no longer watched');
  };
  return { service, database, clock, events, lines, until };
}

const inState = (state: Job['state']) => (job: Job) => job.state === state;
const asked = { source: 'user:ada' };

/** A promise to be settled from outside. */
function gate() {
  let open!: () => void;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

describe('a job', () => {
  it('is done, and keeps what came of it', async () => {
    const { service, until } = setUp(async ({ payload }) => `done for ${payload.name}`);
    await service.start();
    const { id } = await service.enqueue('work', { name: 'Ada' }, asked);
    expect(await until(id, inState('SUCCEEDED'))).toMatchObject({
      result: 'done for Ada',
      attempts: 1,
      source: 'user:ada',
      finishedAt: new Date('2026-03-02T08:00:00Z'),
    });
  });

  it('is refused when its payload is off, or nobody knows its kind', async () => {
    const { service } = setUp(async () => null);
    await expect(service.enqueue('work', { name: 7 }, asked)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(service.enqueue('play', {}, asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is queued once for one key until it has ended', async () => {
    const { service, until } = setUp(async () => null);
    const first = await service.enqueue('work', {}, { ...asked, key: 'a' });
    expect((await service.enqueue('work', {}, { ...asked, key: 'a' })).id).toBe(first.id);
    expect((await service.enqueue('work', {}, { ...asked, key: 'b' })).id).not.toBe(first.id);
    await service.start();
    await until(first.id, inState('SUCCEEDED'));
    expect((await service.enqueue('work', {}, { ...asked, key: 'a' })).id).not.toBe(first.id);
  });

  it('waits for its time', async () => {
    const { service, clock, events, until } = setUp(async () => null);
    await service.start();
    const { id } = await service.enqueue('work', {}, { ...asked, runAt: new Date('2026-03-02T09:00:00Z') });
    const other = await service.enqueue('work', {}, asked);
    await until(other.id, inState('SUCCEEDED'));
    expect((await service.find(id))?.state).toBe('QUEUED');
    clock.forward(60);
    events.jobsQueued.raise();
    expect((await until(id, inState('SUCCEEDED'))).state).toBe('SUCCEEDED');
  });

  it('waits for another one of its kind', async () => {
    const { open, passed } = gate();
    let atWork = 0;
    let most = 0;
    const { service, until } = setUp(async () => {
      most = Math.max(most, ++atWork);
      await passed;
      atWork--;
      return null;
    });
    await service.start();
    const first = await service.enqueue('work', {}, asked);
    const second = await service.enqueue('work', {}, asked);
    await until(first.id, inState('RUNNING'));
    open();
    await until(second.id, inState('SUCCEEDED'));
    expect(most).toBe(1);
  });

  it('shows how far it is while it is at work', async () => {
    const { open, passed } = gate();
    const { service, until } = setUp(async ({ progress }) => {
      progress(3, 10, 'Looking at photos');
      await passed;
      return null;
    });
    await service.start();
    const { id } = await service.enqueue('work', {}, asked);
    expect(await until(id, ({ done }) => done === 3)).toMatchObject({ total: 10, message: 'Looking at photos' });
    open();
    await until(id, inState('SUCCEEDED'));
  });
});

describe('a job that fails', () => {
  it('is tried again after a while, and is FAILED after its last attempt', async () => {
    const { service, clock, events, lines, until } = setUp(async () => {
      throw new Error('the disk is full: /secret/path');
    });
    await service.start();
    const { id } = await service.enqueue('work', {}, asked);
    const waits: number[] = [];
    for (const attempt of [1, 2]) {
      const job = await until(id, ({ state, attempts }) => state === 'QUEUED' && attempts === attempt);
      waits.push((job.runAt.getTime() - clock.now().getTime()) / 1000);
      clock.set(job.runAt.toISOString());
      events.jobsQueued.raise();
    }
    const failed = await until(id, inState('FAILED'));
    expect(waits).toEqual([10, 20]);
    expect(failed).toMatchObject({ attempts: 3, message: 'Something went wrong; the log says what.' });
    expect(JSON.stringify(lines)).toContain('the disk is full');
  });

  it('is not tried again for what another try cannot change, and says why', async () => {
    const { service, until } = setUp(async () => {
      throw new DomainError('BAD_USER_INPUT', 'There is no such folder.');
    });
    await service.start();
    const { id } = await service.enqueue('work', {}, asked);
    expect(await until(id, inState('FAILED'))).toMatchObject({ attempts: 1, message: 'There is no such folder.' });
  });

  it('goes on after the steps that it has finished when somebody asks for another try', async () => {
    const done: string[] = [];
    let isBroken = true;
    const { service, until } = setUp(async ({ step }) => {
      const first = await step('first', async () => {
        done.push('first');
        return 'from the first try';
      });
      await step('second', async () => {
        if (isBroken) throw new DomainError('CONFLICT', 'Not yet.');
        done.push('second');
        return null;
      });
      return first;
    });
    await service.start();
    const { id } = await service.enqueue('work', {}, asked);
    await until(id, inState('FAILED'));
    isBroken = false;
    await service.retry(id);
    expect((await until(id, inState('SUCCEEDED'))).result).toBe('from the first try');
    expect(done).toEqual(['first', 'second']);
    await expect(service.retry(id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a job that is stopped', () => {
  const untilAborted: Work = ({ signal }) =>
    new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
    );

  it('is cancelled at once while it waits, and soon while it is at work', async () => {
    const { service, until } = setUp(untilAborted);
    const waiting = await service.enqueue('work', {}, { ...asked, runAt: new Date('2026-03-03T00:00:00Z') });
    expect((await service.cancel(waiting.id)).state).toBe('CANCELLED');
    await service.start();
    const working = await service.enqueue('work', {}, asked);
    await until(working.id, inState('RUNNING'));
    await service.cancel(working.id);
    expect((await until(working.id, inState('CANCELLED'))).finishedAt).not.toBeNull();
    await expect(service.cancel(working.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('goes on at the next start of the program, and the stop counts for no attempt', async () => {
    const first = setUp(untilAborted);
    await first.service.start();
    const { id } = await first.service.enqueue('work', {}, asked);
    await first.until(id, inState('RUNNING'));
    await first.service.stop();
    expect(await first.service.find(id)).toMatchObject({ state: 'QUEUED', attempts: 0 });
    const second = setUp(async () => 'in the end', { database: first.database });
    await second.service.start();
    expect(await second.until(id, inState('SUCCEEDED'))).toMatchObject({ result: 'in the end', attempts: 1 });
  });

  it('goes on where the program was killed in the midst of it', async () => {
    const first = setUp(async ({ step }) => {
      await step('first', async () => 'kept');
      return new Promise(() => undefined);
    });
    // What a killed process leaves: a row at work, a lease, and one finished step.
    const jobs = new JobRepository(first.database);
    const { id } = await first.service.enqueue('work', {}, asked);
    await jobs.claim('a dead runner', [], first.clock.now(), new Date('2026-03-02T08:00:30Z'));
    await jobs.writeStep(id, 'first', 'kept', first.clock.now());
    const second = setUp(({ step }) => step('first', async () => 'done again'), { database: first.database });
    await second.service.start();
    expect((await second.until(id, inState('SUCCEEDED'))).result).toBe('kept');
  });

  it('is taken over when its runner has not been heard of until its lease ended, and not before', async () => {
    const { service, database, clock } = setUp(async () => null);
    const jobs = new JobRepository(database);
    const { id } = await service.enqueue('work', {}, asked);
    const lease = new Date('2026-03-02T08:00:30Z');
    await jobs.claim('one', [], clock.now(), lease);
    expect(await jobs.claim('two', [], clock.now(), lease)).toBeNull();
    clock.forward(1);
    expect(await jobs.claim('two', [], clock.now(), new Date('2026-03-02T08:01:30Z'))).toMatchObject({ id });
    expect(await jobs.update(id, 'one', { done: 1 }, clock.now())).toBeNull();
  });

  it('is left to another runner that is at it, and the next of its kind waits for that one', async () => {
    const { service, database, clock, events, until } = setUp(async () => 'done here');
    const jobs = new JobRepository(database);
    const first = await service.enqueue('work', {}, asked);
    const second = await service.enqueue('work', {}, asked);
    await jobs.claim('another', [], clock.now(), new Date('2026-03-02T08:00:30Z'));
    await service.start({ isOnlyRunner: false });
    expect(await service.find(first.id)).toMatchObject({ state: 'RUNNING', leaseOwner: 'another' });
    expect(await jobs.claim('a third', [], clock.now(), new Date('2026-03-02T08:00:30Z'))).toBeNull();
    const over = { state: 'SUCCEEDED', leaseOwner: null, leaseUntil: null, result: 'done there' } as const;
    await jobs.update(first.id, 'another', over, clock.now());
    events.jobsQueued.raise();
    expect(await until(second.id, inState('SUCCEEDED'))).toMatchObject({ result: 'done here' });
    expect(await service.find(first.id)).toMatchObject({ result: 'done there', attempts: 1 });
  });
});

describe('a schedule', () => {
  const cron = '17 3 * * *';

  it('queues the next job for its time in the zone of the installation, and the one after it at its end', async () => {
    const { service, clock, events, until } = setUp(async () => null, { cron });
    await service.start();
    const [first] = (await service.list({}, { first: 10 })).edges.map(({ node }) => node);
    expect(first).toMatchObject({ runAt: new Date('2026-03-03T02:17:00Z'), source: 'schedule' });
    clock.set('2026-03-03T02:17:00Z');
    events.jobsQueued.raise();
    await until(first!.id, inState('SUCCEEDED'));
    await service.stop();
    const [second] = (await service.list({ state: 'QUEUED' }, { first: 10 })).edges.map(({ node }) => node);
    expect(second!.runAt).toEqual(new Date('2026-03-04T02:17:00Z'));
  });

  it('makes up once for what was missed while nothing ran', async () => {
    const first = setUp(async () => null, { cron });
    await first.service.start();
    await first.service.stop();
    first.clock.set('2026-03-09T12:00:00Z');
    const second = setUp(async () => 'late', { cron, database: first.database, clock: first.clock });
    const [missed] = (await second.service.list({}, { first: 10 })).edges.map(({ node }) => node);
    await second.service.start();
    expect((await second.until(missed!.id, inState('SUCCEEDED'))).result).toBe('late');
    await second.service.stop();
    const rest = (await second.service.list({}, { first: 10 })).edges.map(({ node }) => node.runAt.toISOString());
    expect(rest).toEqual(['2026-03-10T02:17:00.000Z', '2026-03-03T02:17:00.000Z']);
  });

  it('that was changed takes back what it asked for before', async () => {
    const first = setUp(async () => null, { cron });
    await first.service.start();
    await first.service.stop();
    const second = setUp(async () => null, { cron: '0 12 * * *', database: first.database });
    await second.service.start();
    const queued = (await second.service.list({ state: 'QUEUED' }, { first: 10 })).edges.map(({ node }) => node.runAt);
    expect(queued).toEqual([new Date('2026-03-02T11:00:00Z')]);
  });

  it('can be anticipated by hand', async () => {
    const { service, until } = setUp(async () => null, { cron });
    await service.start();
    const { id } = await service.runNow('work', 'user:ada');
    expect((await until(id, inState('SUCCEEDED'))).source).toBe('user:ada');
  });
});
