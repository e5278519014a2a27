import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { parseInput } from '../validate.js';
import type { ErasureService } from './erasure.service.js';
import type { PastItsTime } from './past-its-time.js';
import type { PurgeRepository, PurgeRun } from './purge.repository.js';
import { retentionInput, type RetentionDays, type RetentionKind } from './retention.js';

/** So many rows are removed in one transaction: a check-in that waits for it waits for milliseconds. */
const BATCH = 500;

export interface Purge {
  id: string;
  source: string;
  startedAt: Date;
  finishedAt: Date;
  /** How many of what, by name. */
  removed: Record<string, number>;
}

const runKey = z.tuple([z.string()]);

/** Removes what is past its time. Each step begins from what is there, so one that was interrupted is gone on with. */
export class PurgeService {
  private running = false;

  constructor(
    private readonly dependencies: {
      purges: PurgeRepository;
      past: PastItsTime;
      erasures: ErasureService;
      clock: Clock;
    },
  ) {}

  retention(): Promise<RetentionDays> {
    return this.dependencies.purges.readRetention();
  }

  /** Counts from the next purge on. Throws BAD_USER_INPUT. */
  async setRetention(input: { kind: RetentionKind; days: number }): Promise<RetentionDays> {
    const { kind, days } = parseInput(retentionInput, input);
    await this.dependencies.purges.setRetention(kind, days);
    return this.retention();
  }

  /** Newest first. Throws BAD_USER_INPUT for a page that is off. */
  listRuns(request: PageRequest): Promise<Page<PurgeRun>> {
    const keyOf = ({ id }: PurgeRun): [string] => [id];
    return readPage(request, runKey, keyOf, (take, after) =>
      this.dependencies.purges.listRuns(take, after?.[0] ?? null),
    );
  }

  /** What a purge would remove now, by name. Nothing is changed. */
  preview(): Promise<Record<string, number>> {
    return this.dependencies.past.count();
  }

  /** Removes what is past its time, and keeps what was removed. Throws BUSY while another purge runs. */
  async run(source: string, signal?: AbortSignal): Promise<Purge> {
    if (this.running) throw new DomainError('BUSY', 'A purge is under way already.');
    this.running = true;
    try {
      return await this.purge(source, signal);
    } finally {
      this.running = false;
    }
  }

  private async purge(source: string, signal?: AbortSignal): Promise<Purge> {
    const { clock, erasures, past, purges } = this.dependencies;
    const begun = { id: newId(), startedAt: clock.now(), source };
    const removed: Record<string, number> = { leavers: 0 };
    await erasures.finishPending();
    for (const { siteId, today } of await past.todays()) {
      removed['leavers']! += await purges.deactivateLeavers(siteId, today);
    }
    removed['faces'] = (await erasures.eraseAll(await past.faces(), source)).length;
    for (const { name, files, remove } of await past.files()) {
      removed[name] = 0;
      for await (const file of files) {
        signal?.throwIfAborted();
        await remove(file);
        removed[name]++;
      }
    }
    for (const { name, expired, before } of await past.rows()) {
      removed[name] = 0;
      for (let some = BATCH; some > 0; removed[name] += some) {
        signal?.throwIfAborted();
        some = await expired.removeSome(before, BATCH);
      }
    }
    const run = { ...begun, finishedAt: clock.now(), removed };
    await purges.saveRun(run);
    return run;
  }
}
