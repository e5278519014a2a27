import type { FileUpload } from 'graphql-upload-ts';
import { DomainError } from '../errors.js';

/** An uploaded file, whole. Throws BAD_USER_INPUT when it is far too large or did not arrive. */
export async function readUpload(upload: Promise<FileUpload>): Promise<Buffer> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of (await upload).createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    // A full disk, say, is ours to mend; everything else that goes wrong here lies in the request.
    if (error instanceof Error && 'errno' in error) throw error;
    const isTooLarge = error instanceof Error && 'status' in error && error.status === 413;
    const message = isTooLarge
      ? 'This photo is far too large. Send one of at most 8 MB.'
      : 'The photo did not arrive whole. Send it again.';
    throw new DomainError('BAD_USER_INPUT', message, { cause: error });
  }
}
