import type { Clock } from '../clock.js';
import type { JobRun } from './job-kind.js';
import type { Job, JobChange, JobRepository } from './job.repository.js';

/** How often progress is written. */
const PROGRESS_EVERY_MS = 400;

/** A job at work: its steps and its progress. */
export class WorkingJob {
  private pending: JobChange | null = null;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly job: Job,
    private readonly signal: AbortSignal,
    private readonly dependencies: {
      jobs: Pick<JobRepository, 'findStep' | 'writeStep'>;
      clock: Clock;
      write: (change: JobChange) => Promise<unknown>;
    },
  ) {}

  run<Payload>(payload: Payload): JobRun<Payload> {
    const { signal } = this;
    const { id } = this.job;
    const { jobs, clock } = this.dependencies;
    return {
      id,
      payload,
      signal,
      async step<T>(name: string, work: () => Promise<T>): Promise<T> {
        const done = await jobs.findStep(id, name);
        if (done) return done.result as T;
        signal.throwIfAborted();
        const result = await work();
        await jobs.writeStep(id, name, result, clock.now());
        return result;
      },
      findStep: async (name) => (await jobs.findStep(id, name))?.result ?? null,
      progress: (done, total, message) => this.note({ done, total, ...(message !== undefined && { message }) }),
    };
  }

  /** Writes what is not written yet. */
  async settle(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.flush();
    await this.writing;
  }

  private note(change: JobChange): void {
    this.pending = { ...this.pending, ...change };
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.flush();
    }, PROGRESS_EVERY_MS);
  }

  private flush(): void {
    const change = this.pending;
    this.pending = null;
    // What could not be written now is written with the next.
    if (change) this.writing = this.dependencies.write(change).catch(() => undefined);
  }
}
