import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipFile {
  /** With forward slashes; never from a client. */
  name: string;
  bytes: Uint8Array;
  /** Photographs do not get any smaller. */
  isCompressed: boolean;
}

/** A ZIP of these files, in chunks, never more than one file in memory. */
export async function* zipStream(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else chunks.push(chunk);
  });
  for await (const { name, bytes, isCompressed } of files) {
    const entry = isCompressed ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(entry);
    entry.push(bytes, true);
    if (failure) throw failure as Error;
    yield* chunks.splice(0);
  }
  zip.end();
  yield* chunks.splice(0);
}
