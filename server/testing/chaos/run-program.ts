import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program to its end; what it printed. Throws with what it said where it fails or takes longer than a minute. */
export async function runProgram(program: string, args: readonly string[]): Promise<string> {
  return (await run(program, [...args], { timeout: 60_000 })).stdout;
}

/** Whether what only root may do can be done here: mounts, networks, other users. */
export const isRoot = process.getuid?.() === 0;

/** Whether a program of this machine is there. */
export async function hasProgram(program: string, ...args: string[]): Promise<boolean> {
  return runProgram(program, args).then(
    () => true,
    () => false,
  );
}
