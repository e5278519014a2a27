const WIDTH = 30;

/** Draws on stderr: in place on a terminal, elsewhere a line for each tenth of the way. */
export class ProgressBar {
  private drawnTenth = 0;

  constructor(
    private readonly total: number,
    private readonly unit = 'photos',
    private readonly out: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean } = process.stderr,
  ) {}

  /** `words` stand behind the numbers. */
  show(done: number, words = ''): void {
    const text = [`${done} of ${this.total} ${this.unit}`, words].filter(Boolean).join(', ');
    if (this.out.isTTY) {
      const filled = Math.round((done / this.total) * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      // ESC [ K clears what a longer line left.
      this.out.write(`\r${bar} ${text}\u001b[K${done === this.total ? '\n' : ''}`);
      return;
    }
    const tenth = Math.floor((done / this.total) * 10);
    if (tenth > this.drawnTenth) this.out.write(`${text}\n`);
    this.drawnTenth = tenth;
  }
}
