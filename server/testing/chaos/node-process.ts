import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { installation } from '../../installation.js';
import { OwnProcess } from './own-process.js';

const RESTART_AFTER_MS = 1_000;
const SERVES_WITHIN_MS = 180_000;
const compiled = (name: string): string => join(installation.root, 'dist/server/testing', name);

/** One server of the installation, kept running as systemd would: whenever it ends by itself it is started again. */
export class NodeProcess {
  readonly url: string;
  /** How many times it ended although it had served and nobody killed it, or did not end when asked to. */
  crashes = 0;
  private process: OwnProcess | undefined;
  private isWanted = false;
  private running: Promise<void> = Promise.resolve();
  private served: () => void = () => undefined;

  constructor(
    private readonly env: NodeJS.ProcessEnv & { PORT: string },
    private readonly logFile: string,
  ) {
    this.url = `http://127.0.0.1:${env.PORT}`;
  }

  /** Resolves when it serves. */
  async start(): Promise<void> {
    this.isWanted = true;
    const serves = new Promise<void>((resolve) => (this.served = resolve));
    this.running = this.keepRunning();
    const isLate = setTimeout(SERVES_WITHIN_MS, true);
    if (await Promise.race([serves, isLate])) throw new Error(`a node does not start: ${this.logFile}`);
  }

  /** Ends it at once, as a power cut does. */
  async kill(): Promise<void> {
    this.isWanted = false;
    await this.process?.kill();
    await this.running;
  }

  async stop(): Promise<void> {
    if (!this.isWanted) return;
    this.isWanted = false;
    if ((await this.process?.stop()) !== 0) this.crashes++;
    await this.running;
  }

  private async keepRunning(): Promise<void> {
    while (this.isWanted) {
      const log = openSync(this.logFile, 'a');
      const shim = this.env.CHAOS_CLOCK_FILE ? ['--import', pathToFileURL(compiled('chaos/clock-shim.js')).href] : [];
      const process = new OwnProcess(globalThis.process.execPath, [...shim, compiled('serve-fake-engine.js')], {
        env: { PATH: globalThis.process.env.PATH, ...this.env },
        stdio: ['ignore', 'pipe', log],
      });
      closeSync(log);
      this.process = process;
      let hasServed = false;
      void once(process.child.stdout!, 'data').then(() => {
        hasServed = true;
        this.served();
      });
      await process.ended;
      if (!this.isWanted) return;
      if (hasServed) this.crashes++;
      await setTimeout(RESTART_AFTER_MS);
    }
  }
}
