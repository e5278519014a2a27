/**
 * A wake-up for readers of a log. It carries nothing: the log is the truth, so one that is lost delays a reader and loses
 * nothing, and many that come while a reader is busy are one.
 */
export class Signal {
  private raised = 0;
  private tellOthers = (): void => undefined;
  private next = deferred();

  /** A mark of now, for `since`. Take it before reading. */
  get mark(): number {
    return this.raised;
  }

  raise(): void {
    this.wake();
    this.tellOthers();
  }

  /** As `raise`, where somebody else raised it: another server, or the clock. */
  wake(): void {
    this.raised++;
    this.next.resolve();
    this.next = deferred();
  }

  /** Who passes it on to other servers. */
  onRaise(tell: () => void): void {
    this.tellOthers = tell;
  }

  /** Resolves once the signal was raised after the mark was taken. */
  since(mark: number): Promise<void> {
    return this.raised > mark ? Promise.resolve() : this.next.promise;
  }
}

/** What features tell each other. */
export interface Events {
  /** Raised after an attendance event was committed. */
  attendanceRecorded: Signal;
  /** Raised after somebody's templates, or their agreement to them, changed. */
  facesChanged: Signal;
  /** Raised after a job was queued or has ended. */
  jobsQueued: Signal;
  /** Raised after anything about a job was written. */
  jobsChanged: Signal;
}

export const createEvents = (): Events => ({
  attendanceRecorded: new Signal(),
  facesChanged: new Signal(),
  jobsQueued: new Signal(),
  jobsChanged: new Signal(),
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
