import { rm } from 'node:fs/promises';

/** For a file or folder that need not be there: null. Throws every other error. */
export function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
  return null;
}

/** Whether there was a file; now there is none. */
export const removeIfThere = async (file: string): Promise<boolean> => (await rm(file).catch(unlessMissing)) !== null;
