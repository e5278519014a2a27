import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { dateAt } from '../schedules/local-time.rules.js';
import type { FaceImages } from '../storage/face-images.js';
import { listUploadsBefore, removeUpload } from '../storage/left-uploads.js';
import { parseInput } from '../validate.js';
import type { ErasureService } from './erasure.service.js';
import type { Expired, PurgeRepository, PurgeRun } from './purge.repository.js';
import { retentionInput, type RetentionDays, type RetentionKind } from './retention.js';

/** So many rows are removed in one transaction: a check-in that waits for it waits for milliseconds. */
const BATCH = 500;
const DAY_MS = 86_400_000;

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
      erasures: ErasureService;
      images: Pick<FaceImages, 'listAttendancePhotosBefore' | 'remove'>;
      uploadsDir: string;
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

  /** What a purge would remove now. Nothing is changed. */
  async preview(): Promise<Record<string, number>> {
    const { purges } = this.dependencies;
    const removed: Record<string, number> = {};
    for (const [name, expired, before] of await this.rows()) removed[name] = await expired.count(before);
    for (const [name, files] of await this.files()) removed[name] = await countOf(files);
    removed['faces'] = (await purges.listFacesToErase(await this.leftBefore())).length;
    removed['leavers'] = 0;
    for (const [siteId, today] of await this.todays()) removed['leavers'] += await purges.countLeavers(siteId, today);
    return removed;
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
    const { clock, erasures, purges } = this.dependencies;
    const run = { id: newId(), startedAt: clock.now(), source };
    const removed: Record<string, number> = { leavers: 0, faces: 0 };
    await erasures.finishPending();
    for (const [siteId, today] of await this.todays())
      removed['leavers']! += await purges.deactivateLeavers(siteId, today);
    const faces = await purges.listFacesToErase(await this.leftBefore());
    removed['faces'] = (await erasures.eraseAll(faces, source)).length;
    for (const [name, files, remove] of await this.files()) {
      removed[name] = 0;
      for await (const file of files) {
        signal?.throwIfAborted();
        await remove(file);
        removed[name]++;
      }
    }
    for (const [name, expired, before] of await this.rows()) {
      removed[name] = 0;
      for (let some = BATCH; some > 0; removed[name] += some) {
        signal?.throwIfAborted();
        some = await expired.removeSome(before, BATCH);
      }
    }
    const done = { ...run, finishedAt: clock.now(), removed };
    await purges.saveRun(done);
    return done;
  }

  private async rows(): Promise<[name: string, expired: Expired, before: Date][]> {
    const { purges } = this.dependencies;
    const days = await this.retention();
    return [
      ['decisions', purges.decisions, this.ago(days.RECOGNITION_DECISIONS)],
      ['decisionFigures', purges.figures, this.ago(days.RECOGNITION_DECISIONS)],
      ['answers', purges.answers, this.ago(days.ANSWERS)],
      ['sessions', purges.sessions, this.ago(days.SESSIONS)],
    ];
  }

  private async files(): Promise<
    [name: string, files: AsyncIterable<string> | string[], remove: (file: string) => Promise<unknown>][]
  > {
    const { images, uploadsDir } = this.dependencies;
    const days = await this.retention();
    const photos = images.listAttendancePhotosBefore(this.ago(days.ATTENDANCE_PHOTOS));
    return [
      ['attendancePhotos', photos, (path) => images.remove(path)],
      ['uploads', await listUploadsBefore(uploadsDir, this.ago(days.UNKNOWN_FACES)), removeUpload],
    ];
  }

  /** Each site, and the date there. */
  private async todays(): Promise<[siteId: string, today: string][]> {
    const now = this.dependencies.clock.now();
    const sites = await this.dependencies.purges.listTimeZones();
    return sites.map(({ id, timeZone }) => [id, dateAt(timeZone, 0, now)]);
  }

  /** Whoever's last day was before this date is past the time for which their face is kept. */
  private async leftBefore(): Promise<string> {
    const { TEMPLATES_AFTER_LEAVING: days } = await this.retention();
    return this.ago(days).toISOString().slice(0, 10);
  }

  private ago(days: number): Date {
    return new Date(this.dependencies.clock.now().getTime() - days * DAY_MS);
  }
}

async function countOf(files: AsyncIterable<string> | string[]): Promise<number> {
  let count = 0;
  for await (const _file of files) count++;
  return count;
}
