import { existsSync, statSync } from 'node:fs';

/** What others on this machine can read or write of these files and folders, and the command that mends it; each a line. */
export function listExposed(paths: readonly string[]): string[] {
  // File modes mean nothing on Windows.
  if (process.platform === 'win32') return [];
  return paths
    .filter((path) => existsSync(path))
    .flatMap((path) => {
      const stats = statSync(path);
      if ((stats.mode & 0o077) === 0) return [];
      return `${path} can be read by others. Run: chmod ${stats.isDirectory() ? '700' : '600'} "${path}"`;
    });
}
