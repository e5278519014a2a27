import type { Clock } from '../clock.js';
import type { Gallery } from '../recognition/gallery.js';
import type { Policy } from '../recognition/policy-keeper.js';
import type { LookAlikeService } from './look-alike.service.js';

export interface LookAlikeReportOutcome {
  people: number;
  /** That are too near to each other. */
  pairs: number;
  /** Pairs noted before that are not near any more; null when it was stopped before it had compared everybody. */
  removed: number | null;
}

/** Compares everybody with everybody, by the rule that holds for who is enrolled: after new models or an import. */
export class LookAlikeReport {
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dependencies: {
      gallery: Gallery;
      policy: { current(): Promise<Policy> };
      lookAlikes: Pick<LookAlikeService, 'note' | 'forgetBefore'>;
      clock: Clock;
    },
  ) {}

  run(onProgress: (done: number, people: number) => void = () => undefined): Promise<LookAlikeReportOutcome> {
    const outcome = this.compareAll(onProgress);
    this.running = outcome.catch(() => undefined);
    return outcome;
  }

  /** What was found until then stays noted; nothing is removed. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async compareAll(onProgress: (done: number, people: number) => void): Promise<LookAlikeReportOutcome> {
    const { gallery, policy, lookAlikes, clock } = this.dependencies;
    const startedAt = clock.now();
    const { people } = gallery;
    const { threshold, margin, weight } = (await policy.current()).match.fused;
    const reach = threshold + margin;
    let pairs = 0;
    // The sum of both encoders is never less than the first's distance: nobody is missed by looking no further.
    for await (const { a, b, distance, fused } of gallery.pairsWithin(reach, weight, (done) =>
      onProgress(done, people),
    )) {
      if (this.stopping) return { people, pairs, removed: null };
      if (fused === null || fused >= reach) continue;
      await lookAlikes.note(a, [{ employeeId: b, distance }]);
      pairs++;
    }
    return { people, pairs, removed: await lookAlikes.forgetBefore(startedAt) };
  }
}
