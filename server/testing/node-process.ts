import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** One of several servers, in a process of its own, with the fake engine. */
export interface NodeProcess {
  port: number;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  kill(): void;
}

/** Starts the program in a folder (the project's, or another version's) and waits until it serves. */
export async function startNode(program: string, port: number, env: NodeJS.ProcessEnv): Promise<NodeProcess> {
  const child: ChildProcess = spawn(process.execPath, [join(program, 'dist/server/testing/serve-fake-engine.js')], {
    cwd: program,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let said = '';
  child.stderr!.on('data', (text: Buffer) => (said += text.toString()));
  await Promise.race([
    once(child.stdout!, 'data'),
    ended.then(([code]) => {
      throw new Error(`the server ended with ${code}: ${said}`);
    }),
  ]);
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
