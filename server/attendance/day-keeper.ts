import type { Clock } from '../clock.js';
import { addDays } from '../schedules/local-time.rules.js';
import type { DayRecordRepository } from './day-record.repository.js';
import type { Replay } from './replay.js';

/** Days that are caught up on at most, after the server was off. */
const MAX_DAYS = 62;

/** Keeps the records of days on which nobody punches: who is expected, who did not come, who forgot to check out. */
export class DayKeeper {
  private work: Promise<unknown> = Promise.resolve();
  private isSettling = false;
  private isStopped = false;

  constructor(private readonly dependencies: { days: DayRecordRepository; replay: Replay; clock: Clock }) {}

  /**
   * Derives the records of everybody who is active anew, from the day before the last one of which there are records
   * until today. Does nothing while it is at work.
   */
  async settle(): Promise<void> {
    if (this.isSettling) return;
    this.isSettling = true;
    this.work = this.run().finally(() => {
      this.isSettling = false;
    });
    await this.work;
  }

  /** Stops after the people under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.work.catch(() => undefined);
  }

  private async run(): Promise<void> {
    const { days, replay, clock } = this.dependencies;
    // The furthest zones are a day ahead of UTC and behind it.
    const utcDate = clock.now().toISOString().slice(0, 10);
    const last = (await days.findLastDate()) ?? utcDate;
    const from = [addDays(last, -1), addDays(utcDate, -2)].sort()[0]!;
    const earliest = addDays(utcDate, -MAX_DAYS);
    const people = await days.listPeople({ isActive: true });
    await replay.rebuild({
      people,
      from: from < earliest ? earliest : from,
      to: addDays(utcDate, 1),
      isStopped: () => this.isStopped,
    });
  }
}
