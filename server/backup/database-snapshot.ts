/** A photograph that a row names. While it is not at its path yet, it is staged under its id. */
export interface NamedPhoto {
  id: string;
  /** Relative to the face images folder, with forward slashes. */
  path: string;
  kind: 'enrolment' | 'attendance';
}

/** How many rows a table has, and a hash of them that their order makes no difference to. */
export interface TableCount {
  table: string;
  rows: number;
  hash: string;
}

/** What the database is called in an archive: a SQLite file, or what pg_dump made of PostgreSQL. */
export const DATABASE_ENTRY = { sqlite: 'database/rollcall.db', postgresql: 'database/rollcall.dump' } as const;
export type DatabaseEngine = keyof typeof DATABASE_ENTRY;

/** The database as it was at one moment, in a file. */
export interface DatabaseSnapshot {
  /** Which database wrote the file. */
  database: DatabaseEngine;
  file: string;
  /** What has to be there again after a restore; null where the file is the database itself. */
  tables: TableCount[] | null;
  countPhotographs(): number;
  photographs(): Iterable<NamedPhoto> | AsyncIterable<NamedPhoto>;
  close(): void;
}

/** An empty place that a database is restored to. */
export interface DatabasePlace {
  database: DatabaseEngine;
  /** Where its file is written, in a folder that holds nothing else. */
  file: string;
  /** Throws where something is in the way, having changed nothing. */
  refuseFilled(): Promise<void>;
  /** Makes the database of the file, once all of the backup is known to be sound. Throws DomainError where it is not. */
  fill(tables: readonly TableCount[] | null, signal: AbortSignal): Promise<void>;
}
