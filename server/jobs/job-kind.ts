import type { z } from 'zod';

/** A job at work, as its kind sees it. */
export interface JobRun<Payload> {
  readonly id: string;
  readonly payload: Payload;
  /** Aborted when the job is cancelled or the program stops: finish the step under way, or throw the reason. */
  readonly signal: AbortSignal;
  /**
   * Does a step once: when the job goes on after a stop, what it gave is given again. It may have been done without its
   * result being noted, so it must be harmless to repeat. The result must be what JSON can hold. Throws the signal's reason when the job is to stop.
   */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** What the step of this name gave, null where it has not been done. */
  findStep(name: string): Promise<unknown>;
  /** Units done of a total, with words for what is being done. Cheap: written a few times a second at most. */
  progress(done: number, total: number, message?: string): void;
}

/** A sort of long work. Jobs of one kind run one after another, those of different kinds beside each other. */
export interface JobKind<Payload = unknown> {
  name: string;
  payload: z.ZodType<Payload>;
  /** A job that has failed as often is not tried again by itself. */
  maxAttempts: number;
  /** Cron expression (minute, hour, day of month, month, day of week) in the installation's time zone. */
  cron?: string;
  /** Gives what JSON can hold. Whoever throws a DomainError is not tried again, unless it is BUSY or TIMEOUT. */
  run(run: JobRun<Payload>): Promise<unknown>;
}
