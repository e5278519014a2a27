import { StartupError } from './errors.js';

/** Where the data is: a SQLite file, or a PostgreSQL database by its URL, which may hold a password. */
export type DatabaseLocation =
  | { engine: 'sqlite'; file: string }
  | {
      engine: 'postgresql';
      url: string;
      /** The most connections that are open at once. */
      poolSize: number;
    };

/** Its files on this machine. */
export const filesOf = (location: DatabaseLocation): string[] => (location.engine === 'sqlite' ? [location.file] : []);

/** What is wrong with a DATABASE_URL, in words that do not repeat it; null where nothing is. */
export function problemOfUrl(url: string): string | null {
  if (/^file:.+/.test(url)) return null;
  if (!/^postgres(ql)?:\/\//.test(url)) {
    return 'must be file:/path/to/a.db or postgresql://user:password@host:5432/database';
  }
  // A socket's folder stands in `host=`, and then there is no host before the path.
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed) return 'is no address: write special characters of the password as %40 and the like';
  if (parsed.pathname.length < 2) return 'must name the database: postgresql://user:password@host:5432/database';
  if (parsed.searchParams.has('schema')) return 'must have no schema: Rollcall needs a database of its own';
  return null;
}

/** The file of a SQLite database, for what is there for SQLite only. Throws StartupError that says what to do on PostgreSQL. */
export function sqliteFileOf(location: DatabaseLocation, onPostgresql: string): string {
  if (location.engine === 'sqlite') return location.file;
  throw new StartupError([onPostgresql]);
}
