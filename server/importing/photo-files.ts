import { MAX_PHOTO_BYTES } from '../recognition/photo.js';

/** Files of photographs by their relative paths, with forward slashes: below a folder or in an archive. */
export interface PhotoFiles {
  /** Sorted; only what is a photograph by its name. */
  readonly paths: readonly string[];
  /** What could not be looked into, in whole sentences. */
  readonly problems: readonly string[];
  /** Throws UnreadablePhoto. */
  read(path: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** A photograph that cannot be read; the message says why and is for the report. */
export class UnreadablePhoto extends Error {
  override readonly name = 'UnreadablePhoto';
}

export const MOST_FILES = 1_000_000;

const PHOTO = /\.(jpe?g|jfif|png|webp|avif|heic|heif|bmp|gif|tiff?)$/i;

/** Hidden files, and those that macOS adds to archives, are none. */
export const isPhotoName = (path: string): boolean =>
  PHOTO.test(path) && !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** Throws UnreadablePhoto for a file that is larger than a photograph may be, before it is read. */
export function checkSize(bytes: number): void {
  if (bytes > MAX_PHOTO_BYTES) throw new UnreadablePhoto('The photo file is larger than 8 MB. Send a smaller one.');
}
