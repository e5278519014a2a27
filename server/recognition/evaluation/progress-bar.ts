const WIDTH = 30;

/** Draws on stderr: in place on a terminal, elsewhere a line for each tenth of the way. */
export class ProgressBar {
  private drawnTenth = 0;

  constructor(
    private readonly total: number,
    private readonly noun = 'photos',
    private readonly out: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean } = process.stderr,
  ) {}

  show(done: number): void {
    if (this.out.isTTY) {
      const filled = Math.round((done / this.total) * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      this.out.write(`\r${bar} ${done} of ${this.total} ${this.noun}${done === this.total ? '\n' : ''}`);
      return;
    }
    const tenth = Math.floor((done / this.total) * 10);
    if (tenth > this.drawnTenth) this.out.write(`${done} of ${this.total} ${this.noun}\n`);
    this.drawnTenth = tenth;
  }
}
