/**
 * Where photographs are kept: bytes under keys, which are paths relative to its root with forward slashes. Keys are ours,
 * never a client's. Every method may throw what the file system throws, or UnavailableError where the place is out of reach.
 */
export interface ObjectStore {
  /** Makes it ready. Throws StartupError when it cannot be written to. */
  open(): Promise<void>;
  /** Once it is answered the bytes are durable, and in the place of what was there. */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Null where there is nothing. */
  get(key: string): Promise<Buffer | null>;
  /** When it was written; null where there is nothing. */
  modifiedAt(key: string): Promise<Date | null>;
  /** Throws where there is nothing at `from`. What is at `to` is replaced; a stop leaves `from`, `to` or both. */
  move(from: string, to: string): Promise<void>;
  /** Whether there was something; now there is nothing. */
  remove(key: string): Promise<boolean>;
  /** The keys below a folder, whose name ends with a slash or is empty, in no order that is promised. */
  list(folder: string): AsyncGenerator<string, void, undefined>;
  /** Whether what is removed stays as an older version; null where it does not say. */
  keepsVersions(): Promise<boolean | null>;
}
