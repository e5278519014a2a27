import type { Clock } from '../clock.js';
import { today, type DaySpan } from './changed-days.rules.js';
import type { DayRecordRepository } from './day-record.repository.js';
import { deriveDays } from './derive-days.rules.js';
import { differences, type DayDifference } from './difference.rules.js';
import type { History, HistoryReader, Person } from './history-reader.js';
import type { PeriodRepository } from './period.repository.js';
import { standingRecords } from './period.rules.js';
import type { PolicyAssignment } from './policy.rules.js';

/** People whose histories are in memory at once. */
const BATCH = 20;
/** How often one person's records are derived anew because they punched meanwhile. */
const MAX_RACES_LOST = 5;

/** One column of one day of one employee that differs. */
export interface RecordDifference extends DayDifference {
  employeeId: string;
}

/** What to derive: of whom, and from which date to which. Dates that have not come yet are left out. */
export interface ReplayRequest {
  people: readonly Person[];
  from: string;
  to: string;
  /** Asked before each batch; what was done until then stays. */
  isStopped?: () => boolean;
  /** Told after each batch how many people are done. */
  onProgress?: (done: number) => void;
}

/** Derives day records from the log, the schedules and the policies again. */
export class Replay {
  constructor(
    private readonly dependencies: {
      histories: HistoryReader;
      days: DayRecordRepository;
      periods: PeriodRepository;
      clock: Clock;
    },
  ) {}

  /** How the stored records differ from those that follow; those of locked periods stand. Nothing is changed. */
  async compare(request: ReplayRequest, supposed: readonly PolicyAssignment[] = []): Promise<RecordDifference[]> {
    const { days, periods, clock } = this.dependencies;
    const now = clock.now();
    const locked = await periods.listLocked(request.from, request.to);
    const found: RecordDifference[] = [];
    await this.eachBatch(request, supposed, async (histories) => {
      const stored = await days.read(
        histories.map(({ employeeId }) => employeeId),
        request.from,
        request.to,
      );
      for (const history of histories) {
        const own = stored.get(history.employeeId) ?? [];
        const span = spanOf(history, request, now);
        const past = own.filter(({ date }) => date <= span.to);
        const standing = standingRecords(locked, past, span.days);
        found.push(...differences(past, standing).map((each) => ({ employeeId: history.employeeId, ...each })));
      }
    });
    return found;
  }

  /** Stores what follows; gives how many columns of days changed. Doing it again changes nothing. */
  async rebuild(request: ReplayRequest): Promise<number> {
    let changed = 0;
    await this.eachBatch(request, [], async (histories, people) => {
      for (const [index, history] of histories.entries()) {
        changed += await this.storeOne(history, people[index]!, request);
      }
    });
    return changed;
  }

  private async storeOne(history: History, person: Person, request: ReplayRequest): Promise<number> {
    const { days, histories, clock } = this.dependencies;
    for (let lost = 0; lost <= MAX_RACES_LOST; lost++) {
      const now = clock.now();
      const latest = lost === 0 ? history : (await histories.read([person], request.from, request.to)).get(person.id)!;
      const changes = await days.store(person.id, latest.lastOrdinal, spanOf(latest, request, now), now);
      if (changes) return changes.length;
    }
    // Their punches bring the records up to date themselves.
    return 0;
  }

  private async eachBatch(
    { people, from, to, isStopped, onProgress }: ReplayRequest,
    supposed: readonly PolicyAssignment[],
    work: (histories: History[], people: readonly Person[]) => Promise<void>,
  ): Promise<void> {
    for (let done = 0; done < people.length; done += BATCH) {
      if (isStopped?.()) return;
      const batch = people.slice(done, done + BATCH);
      const histories = await this.dependencies.histories.read(batch, from, to, supposed);
      await work(
        batch.map(({ id }) => histories.get(id)!),
        batch,
      );
      onProgress?.(Math.min(done + BATCH, people.length));
      // Punches come first.
      await new Promise(setImmediate);
    }
  }
}

function spanOf(history: History, { from, to }: ReplayRequest, now: Date): DaySpan {
  const latest = today(history.rules, now);
  const last = to < latest ? to : latest;
  return { from, to: last, days: deriveDays(history, from, last, now) };
}
