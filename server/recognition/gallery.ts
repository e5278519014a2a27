import { setImmediate } from 'node:timers/promises';
import type { ImpostorScores } from './calibration.js';
import { SECOND_TEMPLATE_LENGTH, TEMPLATE_LENGTH } from './face-engine.js';
import { GallerySeconds } from './gallery-seconds.js';
import { SearchMemory } from './search-memory.js';
import { SearchThread } from './search-thread.js';
import { Search, type Found, type Query } from './search.js';

/** A person of the gallery, by their template nearest to the probe. */
export interface Candidate {
  employeeId: string;
  /** Euclidean, between templates; of `fuse`, the sum of both encoders. */
  distance: number;
}

/** One sample of a face, as each of the two encoders describes it. */
export interface GalleryTemplate {
  template: Float32Array;
  second: Float32Array | null;
}

/** Two people who look alike; `a` was added before `b`. */
export interface LookAlikePair {
  a: string;
  b: string;
  /** Euclidean, between their nearest templates. */
  distance: number;
  /** The smallest sum of both encoders over their templates; null where either has no second one. */
  fused: number | null;
}

interface Person {
  /** Counts up and is never given twice, so that an answer under way cannot name somebody else. */
  number: number;
  employeeId: string;
  rows: number[];
}

/** From this many templates on, a search takes more than a few milliseconds and goes to a thread of its own. */
const THREAD_FROM_ROWS = 250_000;
/** Others get their turn after so long a comparison of everybody. */
const TURN_MS = 10;
/** A search during which somebody was removed is done anew; after so many, beside the event loop's other work. */
const THREAD_ATTEMPTS = 3;

/**
 * Everybody's templates in memory, searched exactly: the answers are those of comparing the probe with every template.
 * All templates must come from one model, all second ones from one other. Who is added or removed counts at once.
 */
export class Gallery {
  private readonly memory: SearchMemory;
  private readonly search: Search;
  private readonly thread: SearchThread;
  private readonly threadFromRows: number;
  private readonly seconds = new GallerySeconds();
  private readonly byId = new Map<string, Person>();
  private readonly byNumber: (Person | undefined)[] = [];
  private readonly stopping = new AbortController();
  private completing: Promise<void> = Promise.resolve();
  /** People with numbers below this were there when the completing began. */
  private incompleteBelow = 0;
  private rows = 0;
  private largestResidual = 0;
  private removals = 0;

  constructor({ memory = new SearchMemory(), threadFromRows = THREAD_FROM_ROWS } = {}) {
    this.memory = memory;
    this.threadFromRows = threadFromRows;
    this.search = new Search(memory, 0);
    this.thread = new SearchThread(memory.memory);
  }

  /** How many templates there are. */
  get size(): number {
    return this.rows;
  }

  /** How many people there are. */
  get people(): number {
    return this.byId.size;
  }

  /** Adds to what the person has already. Throws RangeError, adding none, for what is no template. */
  add(employeeId: string, templates: readonly GalleryTemplate[]): void {
    assertTemplates(templates);
    if (templates.length === 0) return;
    this.memory.reserve(this.rows + templates.length);
    const person = this.byId.get(employeeId) ?? this.enter(employeeId);
    for (const { template, second } of templates) {
      const residual = this.memory.write(this.rows, template, person.number);
      this.seconds.write(this.rows, second);
      this.largestResidual = Math.max(this.largestResidual, residual);
      // Not pushed: an array that grows by itself has room for 17, which is 13 MB at 100,000 people.
      person.rows = person.rows.concat(this.rows++);
    }
  }

  /**
   * Second templates are still to come: `work` adds them by addSecond. What needs any waits for it, so its answers are those
   * of a gallery that had them all from the start. `work` must not throw, and stops early on the signal.
   */
  complete(work: (signal: AbortSignal) => Promise<void>): void {
    this.incompleteBelow = this.byNumber.length;
    this.completing = work(this.stopping.signal);
  }

  /**
   * The second of the template that was added as a person's `index`th, from 0. Of somebody who is gone nothing, and nothing
   * where they were added anew since `complete`: what comes late must not bring back what was removed.
   */
  addSecond(employeeId: string, index: number, second: Float32Array): void {
    assertNumbers(second, SECOND_TEMPLATE_LENGTH);
    const person = this.byId.get(employeeId);
    if (!person || person.number >= this.incompleteBelow) return;
    const row = person.rows[index];
    if (row !== undefined) this.seconds.write(row, second);
  }

  /** Puts these in the place of all that the person has, at once; none is nobody. Throws as `add`, changing nothing. */
  replace(employeeId: string, templates: readonly GalleryTemplate[]): void {
    assertTemplates(templates);
    this.remove(employeeId);
    this.add(employeeId, templates);
  }

  /** Forgets a person at once: their numbers are overwritten. Returns how many templates went. */
  remove(employeeId: string): number {
    const person = this.byId.get(employeeId);
    if (!person) return 0;
    this.byId.delete(employeeId);
    this.byNumber[person.number] = undefined;
    this.removals++;
    for (const row of person.rows.toSorted((a, b) => b - a)) this.vacate(row);
    return person.rows.length;
  }

  /**
   * The `count` nearest different people, nearest first, each by their nearest template; of equally near ones those who
   * were added first. Throws RangeError for what is no template, and the errors of engine-errors.ts.
   */
  async nearest(probe: Float32Array, count: number): Promise<Candidate[]> {
    assertNumbers(probe, TEMPLATE_LENGTH);
    return (await this.find(probe, { count, within: Infinity })).map((found) => this.candidateOf(found));
  }

  /**
   * The second opinion: each of these people by the smallest `euclidean distance + weight * cosine distance` over their
   * templates that have a second one, nearest first. People without any are left out. Throws RangeError for what is no
   * template.
   */
  async fuse(
    employeeIds: readonly string[],
    probe: Float32Array,
    second: Float32Array,
    weight: number,
  ): Promise<Candidate[]> {
    assertNumbers(probe, TEMPLATE_LENGTH);
    assertNumbers(second, SECOND_TEMPLATE_LENGTH);
    await this.completing;
    return employeeIds
      .flatMap((employeeId) => {
        const nearest = this.nearestOf(employeeId, probe, second, weight);
        return nearest ? [{ employeeId, distance: nearest.fused }] : [];
      })
      .sort((a, b) => a.distance - b.distance);
  }

  /**
   * Every two people nearer to each other than `distance`, each pair once; `weight` is the second encoder's in `fused`.
   * One search a template: minutes at 100,000. The event loop runs between searches, and the loop that asks may stop at
   * any time. People who come or go meanwhile may be missing. `onProgress` is told how many people were looked at.
   */
  async *pairsWithin(
    distance: number,
    weight: number,
    onProgress: (people: number) => void = () => undefined,
  ): AsyncGenerator<LookAlikePair, void, undefined> {
    await this.completing;
    let lookedAt = 0;
    for (const { employeeId, number } of [...this.byId.values()]) {
      const nearest = new Map<number, number>();
      // A removal moves rows; whoever is being looked at is looked at by the copies made here.
      for (const probe of this.rowsOf(employeeId).map((row) => this.memory.vectorOf(row))) {
        for (const { owner, squared } of await this.find(probe, { count: Infinity, within: distance })) {
          if (owner > number) nearest.set(owner, Math.min(squared, nearest.get(owner) ?? Infinity));
        }
        await setImmediate();
      }
      for (const [owner, squared] of nearest) {
        const other = this.byNumber[owner];
        if (!other || !this.byNumber[number]) continue;
        const fused = this.nearestPair(employeeId, other.employeeId, weight);
        yield { a: employeeId, b: other.employeeId, distance: Math.sqrt(squared), fused };
      }
      onProgress(++lookedAt);
    }
  }

  /**
   * Distances between people who are not the same, for a calibration: from the first template of one to the nearest of
   * another, over about `pairs` ordered pairs spread evenly over all there are. Of those without a second template none,
   * and of who is removed meanwhile none from then on.
   */
  async sampleImpostors(pairs: number, weight: number): Promise<ImpostorScores> {
    await this.completing;
    const people = [...this.byId.keys()];
    const others = people.length - 1;
    const step = Math.max(1, Math.floor((people.length * others) / pairs));
    const scores = { people: people.length, first: [] as number[], fused: [] as number[] };
    let turnBegan = performance.now();
    for (const [from, employeeId] of people.entries()) {
      if (performance.now() - turnBegan > TURN_MS) {
        await setImmediate();
        turnBegan = performance.now();
      }
      // Somebody may have been removed meanwhile.
      const [row] = this.rowsOf(employeeId);
      const second = row === undefined ? null : this.seconds.vectorOf(row);
      if (row === undefined || !second) continue;
      const probe = this.memory.vectorOf(row);
      // Pairs are numbered person by person; the first of this one's that the step lands on.
      for (let other = Math.ceil((from * others) / step) * step - from * others; other < others; other += step) {
        const nearest = this.nearestOf(people[other < from ? other : other + 1]!, probe, second, weight);
        if (!nearest) continue;
        scores.first.push(nearest.first);
        scores.fused.push(nearest.fused);
      }
    }
    return scores;
  }

  /** Ends what is still being completed, and the search thread, if one was needed. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.completing, this.thread.stop()]);
  }

  private async find(probe: Float32Array, wanted: Pick<Query, 'count' | 'within'>): Promise<Found[]> {
    for (let attempt = 0; this.rows >= this.threadFromRows && attempt < THREAD_ATTEMPTS; attempt++) {
      const { rows, largestResidual, removals } = this;
      const found = await this.thread.find({ probe, rows, largestResidual, ...wanted });
      if (removals === this.removals) return found;
    }
    const { rows, largestResidual } = this;
    return this.search.find({ probe, rows, largestResidual, ...wanted });
  }

  private candidateOf({ owner, squared }: Found): Candidate {
    return { employeeId: this.byNumber[owner]!.employeeId, distance: Math.sqrt(squared) };
  }

  /**
   * Over somebody's templates that have a second one, the smallest distance by the first encoder and the smallest sum of
   * both; null without any.
   */
  private nearestOf(
    employeeId: string,
    probe: Float32Array,
    second: Float32Array,
    weight: number,
  ): { first: number; fused: number } | null {
    let [first, fused] = [Infinity, Infinity];
    for (const row of this.rowsOf(employeeId)) {
      const cosine = this.seconds.cosine(row, second);
      if (cosine === null) continue;
      const distance = Math.sqrt(this.memory.squaredDistance(row, probe));
      first = Math.min(first, distance);
      fused = Math.min(fused, distance + weight * (1 - cosine));
    }
    return fused === Infinity ? null : { first, fused };
  }

  /** The same between the templates of two people. */
  private nearestPair(employeeId: string, otherId: string, weight: number): number | null {
    const sums = this.rowsOf(employeeId).flatMap((row) => {
      const second = this.seconds.vectorOf(row);
      const nearest = second && this.nearestOf(otherId, this.memory.vectorOf(row), second, weight);
      return nearest ? [nearest.fused] : [];
    });
    return sums.length > 0 ? Math.min(...sums) : null;
  }

  private rowsOf(employeeId: string): readonly number[] {
    return this.byId.get(employeeId)?.rows ?? [];
  }

  private enter(employeeId: string): Person {
    const person: Person = { number: this.byNumber.length, employeeId, rows: [] };
    this.byNumber.push(person);
    this.byId.set(employeeId, person);
    return person;
  }

  /** Moves the last row to where a removed one was. */
  private vacate(row: number): void {
    const last = --this.rows;
    if (row !== last) {
      this.memory.move(last, row);
      this.seconds.move(last, row);
      const { rows } = this.byNumber[this.memory.ownerOf(last)]!;
      rows[rows.indexOf(last)] = row;
    }
    this.memory.erase(last);
    this.seconds.erase(last);
  }
}

function assertTemplates(templates: readonly GalleryTemplate[]): void {
  for (const { template, second } of templates) {
    assertNumbers(template, TEMPLATE_LENGTH);
    if (second) assertNumbers(second, SECOND_TEMPLATE_LENGTH);
  }
}

function assertNumbers(template: Float32Array, length: number): void {
  if (template.length !== length) {
    throw new RangeError(`a template has ${length} numbers, this one has ${template.length}`);
  }
  for (let index = 0; index < length; index++) {
    if (!Number.isFinite(template[index])) throw new RangeError('a template holds a number that is not finite');
  }
}
