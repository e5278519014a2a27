import type { Clock } from '../clock.js';
import { dateAt } from '../schedules/local-time.rules.js';
import type { AttendancePhotos } from '../storage/attendance-photos.js';
import { listFilesBefore, removeFile } from '../storage/old-files.js';
import type { Expired, PurgeRepository } from './purge.repository.js';

const DAY_MS = 86_400_000;

interface ExpiredFiles {
  name: string;
  files: AsyncIterable<string> | string[];
  remove: (file: string) => Promise<unknown>;
}

/** What has been kept for longer than the rules say. */
export class PastItsTime {
  constructor(
    private readonly dependencies: {
      purges: PurgeRepository;
      photos: AttendancePhotos;
      uploadsDir: string;
      importReportsDir: string;
      clock: Clock;
    },
  ) {}

  /** How many of what there are, by name. Nothing is changed. */
  async count(): Promise<Record<string, number>> {
    const counts: Record<string, number> = { leavers: 0 };
    for (const { siteId, today } of await this.todays()) {
      counts['leavers']! += await this.dependencies.purges.countLeavers(siteId, today);
    }
    counts['faces'] = (await this.faces()).length;
    for (const { name, files } of await this.files()) counts[name] = await countOf(files);
    for (const { name, expired, before } of await this.rows()) counts[name] = await expired.count(before);
    return counts;
  }

  /** Whose face is kept without an agreement that holds, or too long after they left. */
  async faces(): Promise<string[]> {
    const { purges } = this.dependencies;
    const { TEMPLATES_AFTER_LEAVING: days } = await purges.readRetention();
    return purges.listFacesToErase(this.ago(days).toISOString().slice(0, 10));
  }

  async files(): Promise<ExpiredFiles[]> {
    const { photos, purges, uploadsDir, importReportsDir } = this.dependencies;
    const days = await purges.readRetention();
    const attendance = photos.listBefore(this.ago(days.ATTENDANCE_PHOTOS));
    const uploads = await listFilesBefore(uploadsDir, this.ago(days.UNKNOWN_FACES));
    const reports = await listFilesBefore(importReportsDir, this.ago(days.IMPORT_REPORTS));
    return [
      { name: 'attendancePhotos', files: attendance, remove: (path) => photos.remove(path) },
      { name: 'uploads', files: uploads, remove: removeFile },
      { name: 'importReports', files: reports, remove: removeFile },
    ];
  }

  async rows(): Promise<{ name: string; expired: Expired; before: Date }[]> {
    const { purges } = this.dependencies;
    const days = await purges.readRetention();
    const decided = this.ago(days.RECOGNITION_DECISIONS);
    return [
      { name: 'decisions', expired: purges.decisions, before: decided },
      { name: 'decisionFigures', expired: purges.figures, before: decided },
      { name: 'answers', expired: purges.answers, before: this.ago(days.ANSWERS) },
      { name: 'sessions', expired: purges.sessions, before: this.ago(days.SESSIONS) },
    ];
  }

  /** Each site, and the date there. */
  async todays(): Promise<{ siteId: string; today: string }[]> {
    const now = this.dependencies.clock.now();
    const sites = await this.dependencies.purges.listTimeZones();
    return sites.map(({ id, timeZone }) => ({ siteId: id, today: dateAt(timeZone, 0, now) }));
  }

  private ago(days: number): Date {
    return new Date(this.dependencies.clock.now().getTime() - days * DAY_MS);
  }
}

async function countOf(files: AsyncIterable<string> | string[]): Promise<number> {
  let count = 0;
  for await (const file of files) count += file ? 1 : 0;
  return count;
}
