import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Transform } from 'node:stream';
import { DomainError } from '../errors.js';

/** What one chunk holds. */
export const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

/**
 * Encrypts a stream with AES-256-GCM in chunks, as STREAM does (Hoang, Reyhanitabar, Rogaway, Vizár 2015): the nonce is the
 * chunk's number and whether it is the last, so that chunks cannot be moved, left out or cut off at the end. `header` is
 * authenticated with each. The key must be of this one stream.
 */
export function sealStream(key: Buffer, header: Buffer): Transform {
  return inChunks(CHUNK_BYTES, (plain, number, isLast) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: TAG_BYTES });
    cipher.setAAD(header);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  });
}

/** Decrypts what `sealStream` made. Fails with a DomainError for another key, a changed byte or a missing end. */
export function openStream(key: Buffer, header: Buffer): Transform {
  return inChunks(CHUNK_BYTES + TAG_BYTES, (sealed, number, isLast) => {
    try {
      const end = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: TAG_BYTES });
      decipher.setAAD(header).setAuthTag(sealed.subarray(end));
      return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
    } catch {
      throw new DomainError(
        'CONFLICT',
        number === 0
          ? 'This backup does not open: the passphrase or key file is not the one it was made with, or it is damaged.'
          : `This backup is damaged or incomplete: chunk ${number + 1} of 64 kB is not as it was written.`,
      );
    }
  });
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}

/** Hands on whole chunks; the last is as long as it is, and there always is one. */
function inChunks(chunkBytes: number, convert: (chunk: Buffer, number: number, isLast: boolean) => Buffer): Transform {
  let waiting: Buffer = Buffer.alloc(0);
  let number = 0;
  return new Transform({
    transform(data: Buffer, _encoding, done) {
      try {
        waiting = waiting.length === 0 ? data : Buffer.concat([waiting, data]);
        let at = 0;
        // Strictly longer: whether a chunk is the last is known only when more comes, or nothing.
        for (; waiting.length - at > chunkBytes; at += chunkBytes) {
          this.push(convert(waiting.subarray(at, at + chunkBytes), number++, false));
        }
        waiting = waiting.subarray(at);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, convert(waiting, number, true));
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
