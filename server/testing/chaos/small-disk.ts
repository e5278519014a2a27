import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.js';

/** A file system of its own size in memory, which can be filled to the last byte. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  static async mount(folder: string, megabytes: number): Promise<SmallDisk> {
    mkdirSync(folder);
    await runProgram('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
    return new SmallDisk(folder);
  }

  fill(): void {
    const file = openSync(join(this.folder, 'filler'), 'a');
    // By ever smaller pieces, so that not a page is left.
    for (const size of [2 ** 20, 4096]) while (isWritten(file, size));
    closeSync(file);
  }

  free(): void {
    rmSync(join(this.folder, 'filler'), { force: true });
  }

  async unmount(): Promise<void> {
    await runProgram('umount', ['--lazy', this.folder]);
  }
}

function isWritten(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size, 1)) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
