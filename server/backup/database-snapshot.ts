/** A photograph that a row names. While it is not at its path yet, it is staged under its id. */
export interface NamedPhoto {
  id: string;
  /** Relative to the face images folder, with forward slashes. */
  path: string;
  kind: 'enrolment' | 'attendance';
}

/** The database as it was at one moment, in a file. */
export interface DatabaseSnapshot {
  /** Which database wrote the file. */
  database: 'sqlite';
  file: string;
  countPhotographs(): number;
  photographs(): Iterable<NamedPhoto>;
  close(): void;
}
