import type { Logger } from '../logger.js';
import type { PurgeService } from './purge.service.js';

const EVERY_MS = 24 * 3_600_000;

/**
 * Purges at the start and every day, and notes the head of the audit. Every day it settles photographs before that could
 * not be: a start has done so.
 */
export class DailyPurge {
  private timer: NodeJS.Timeout | undefined;
  private readonly stopping = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly dependencies: {
      purges: Pick<PurgeService, 'run'>;
      /** Settles or removes photographs that a stop or an unreachable bucket left staged. */
      recoverPhotos: () => Promise<void>;
      audit: { noteHead(): Promise<void> };
      trail: { run<T>(act: typeof ACT, work: () => Promise<T>): Promise<T> };
      logger: Logger;
    },
  ) {}

  start(): void {
    this.timer ??= setInterval(() => {
      this.work = this.recover().then(() => this.purge());
    }, EVERY_MS);
    this.work = this.purge();
  }

  /** Ends after the batch under way; the next start goes on. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.work;
  }

  private async recover(): Promise<void> {
    const { recoverPhotos, logger } = this.dependencies;
    await recoverPhotos().catch((err: unknown) =>
      logger.error({ err }, 'photographs that are not at their place could not be looked for'),
    );
  }

  private purge(): Promise<void> {
    const { purges, audit, trail, logger } = this.dependencies;
    return trail
      .run(ACT, () => purges.run('schedule', this.stopping.signal))
      .then(
        ({ removed }) => logger.info({ removed }, 'what was past its time is removed'),
        (err: unknown) => this.stopping.signal.aborted || logger.error({ err }, 'the daily purge failed'),
      )
      .then(() => audit.noteHead())
      .catch((err: unknown) => logger.error({ err }, 'the head of the audit could not be noted'));
  }
}

const ACT = { actor: 'schedule', actorName: null, action: 'purge', address: null } as const;
