import type { Clock } from '../clock.js';

/** A clock that stands still until it is turned. */
export class TestClock implements Clock {
  private time: number;

  constructor(start = '2026-03-02T08:00:00Z') {
    this.time = Date.parse(start);
  }

  now(): Date {
    return new Date(this.time);
  }

  set(instant: string): void {
    this.time = Date.parse(instant);
  }

  forward(minutes: number): void {
    this.time += minutes * 60_000;
  }
}
