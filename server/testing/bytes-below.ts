import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './temporary-folder.js';

/** The files below a folder that hold any of these bytes, each as "file: name of the bytes". */
export function findBytes(folder: string, needles: Readonly<Record<string, Uint8Array>>): string[] {
  return listFiles(folder).flatMap((file) => {
    const content = readFileSync(join(folder, file));
    return Object.entries(needles).flatMap(([name, bytes]) =>
      content.includes(Buffer.from(bytes)) ? [`${file}: ${name}`] : [],
    );
  });
}
