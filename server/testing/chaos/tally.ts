/** What happened in a run, as it happens. */
export class Tally {
  /** Requests, by kiosk and key. */
  readonly asked = new Set<string>();
  /** Request -> event. */
  readonly acknowledged = new Map<string, string>();
  faults = 0;
  /** Requests that were sent again. */
  retried = 0;
  /** Requests that were given up, by the code that the last try was answered with: the kiosk said so to whoever stood there. */
  readonly givenUp: Record<string, number> = {};
  reconnects = 0;
  private lastAt = performance.now();
  private longestMs = 0;

  /** From now on time without an acknowledged event counts. */
  begin(): void {
    this.lastAt = performance.now();
  }

  acknowledge(request: string, eventId: string): void {
    this.acknowledged.set(request, eventId);
    this.longestMs = this.longestSilenceMs;
    this.lastAt = performance.now();
  }

  giveUp(code: string): void {
    this.givenUp[code] = (this.givenUp[code] ?? 0) + 1;
  }

  get failed(): number {
    return Object.values(this.givenUp).reduce((sum, count) => sum + count, 0);
  }

  /** The longest time without an acknowledged event. */
  get longestSilenceMs(): number {
    return Math.max(this.longestMs, performance.now() - this.lastAt);
  }
}
