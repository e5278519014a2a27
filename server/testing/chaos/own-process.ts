import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

/** How long a process that was asked to end may take. */
const END_WITHIN_MS = 45_000;

/** A process that this run started, in a group of its own so that Ctrl-C reaches only us. */
export class OwnProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(program: string, args: readonly string[], options: SpawnOptions = {}) {
    this.child = spawn(program, [...args], { detached: true, ...options });
    this.ended = once(this.child, 'exit').then(([code]) => code as number | null);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGCONT');
    this.child.kill('SIGKILL');
    await this.ended.catch(() => null);
  }

  /** Asks it to end. Its exit code; null where it had to be killed. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    const killing = setTimeout(() => this.child.kill('SIGKILL'), END_WITHIN_MS);
    const code = await this.ended.catch(() => null);
    clearTimeout(killing);
    return code;
  }
}
