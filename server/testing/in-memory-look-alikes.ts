import { LookAlikeRepository, type LookAlike } from '../look-alikes/look-alike.repository.js';
import { LookAlikeService } from '../look-alikes/look-alike.service.js';
import { TestClock } from './test-clock.js';

class Rows extends LookAlikeRepository {
  readonly pairs: LookAlike[] = [];
  constructor() {
    super(undefined as never);
  }
  override note = async (pairs: readonly LookAlike[]) => void this.pairs.push(...pairs);
}

/** The look-alike service on an array. */
export class InMemoryLookAlikes extends LookAlikeService {
  readonly pairs: LookAlike[];

  constructor() {
    const rows = new Rows();
    super({ lookAlikes: rows, clock: new TestClock('2026-03-02T08:00:00Z') });
    this.pairs = rows.pairs;
  }
}
