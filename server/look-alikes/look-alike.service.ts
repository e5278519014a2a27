import { z } from 'zod';
import type { Clock } from '../clock.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import type { Candidate } from '../recognition/gallery.js';
import type { Scope } from '../scope.js';
import type { LookAlikeKey, LookAlikeRepository, LookAlikeRow } from './look-alike.repository.js';

const pairKey = z.tuple([z.number(), z.string(), z.string()]);

/** Knows whose faces are too near to somebody else's to be told apart by face alone. */
export class LookAlikeService {
  private readonly people = new Set<string>();

  constructor(private readonly dependencies: { lookAlikes: LookAlikeRepository; clock: Clock }) {}

  /** Reads who is known to have a look-alike: at the start, and after somebody was forgotten. */
  async load(): Promise<void> {
    // Who is noted while this reads stays.
    const before = [...this.people];
    const ids = new Set(await this.dependencies.lookAlikes.listIds());
    for (const id of before) if (!ids.has(id)) this.people.delete(id);
    for (const id of ids) this.people.add(id);
  }

  /** Whether this person's face alone does not say who they are. */
  has(employeeId: string): boolean {
    return this.people.has(employeeId);
  }

  /** Notes that these people look like this one. Distances are the first encoder's. */
  async note(employeeId: string, others: readonly Candidate[]): Promise<void> {
    if (others.length === 0) return;
    const foundAt = this.dependencies.clock.now();
    const pairs = others.map(({ employeeId: other, distance }) => {
      const [firstId, secondId] = employeeId < other ? [employeeId, other] : [other, employeeId];
      return { firstId, secondId, distance, foundAt };
    });
    await this.dependencies.lookAlikes.note(pairs);
    for (const { firstId, secondId } of pairs) this.people.add(firstId).add(secondId);
  }

  /** Forgets pairs that were not noted since then; returns how many. */
  async forgetBefore(time: Date): Promise<number> {
    const forgotten = await this.dependencies.lookAlikes.deleteFoundBefore(time);
    this.people.clear();
    await this.load();
    return forgotten;
  }

  /** Pairs of which both are in the scope, nearest first. Throws BAD_USER_INPUT for a page that is off. */
  list(scope: Scope, request: PageRequest): Promise<Page<LookAlikeRow>> {
    const keyOf = (row: LookAlikeRow): LookAlikeKey => [row.distance, row.firstId, row.secondId];
    return readPage<LookAlikeRow, LookAlikeKey>(request, pairKey, keyOf, (take, after) =>
      this.dependencies.lookAlikes.list(scope, take, after),
    );
  }
}
