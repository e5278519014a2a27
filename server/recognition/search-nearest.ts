import type { Found } from './search.js';

/** The nearest different owners of those that are offered, each by their nearest template. */
export class Nearest {
  private readonly found: Found[] = [];

  /** Keeps at most `count` owners, all nearer than the root of `withinSquared`. */
  constructor(
    private readonly count: number,
    private readonly withinSquared: number,
  ) {}

  /** The squared distance that an owner must not exceed to be of interest. Never grows. */
  get bound(): number {
    return this.found.length < this.count ? this.withinSquared : (this.found.at(-1)?.squared ?? 0);
  }

  /** Returns whether the bound may be lower than before. */
  offer(owner: number, squared: number): boolean {
    if (squared > this.bound || squared >= this.withinSquared) return false;
    const known = this.found.findIndex((each) => each.owner === owner);
    if (known >= 0) {
      if (this.found[known]!.squared <= squared) return false;
      this.found.splice(known, 1);
    }
    const after = this.found.findIndex(
      (each) => squared < each.squared || (squared === each.squared && owner < each.owner),
    );
    this.found.splice(after < 0 ? this.found.length : after, 0, { owner, squared });
    if (this.found.length > this.count) this.found.pop();
    return this.found.length === this.count;
  }

  /** Nearest first; equal distances in the order of owners. */
  list(): Found[] {
    return this.found;
  }
}
