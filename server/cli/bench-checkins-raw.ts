import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { withConnection } from '../database/postgresql-connection.js';

/** What a check-in by face writes: one row into each. */
const TABLES = ['RecognitionDecision', 'AttendanceEvent', 'Attendance', 'AttendanceAnswer'];
const CHECK_INS = 2_000;

type Row = Record<string, unknown>;

/** A check-in's rows again and again into tables with nothing but a key, on the same disk: how many transactions a second. */
export function insertAgainSqlite(dataDir: string): number {
  const database = new Sqlite(join(dataDir, 'rollcall.db'));
  const rows = TABLES.map((table) => database.prepare(`SELECT * FROM "${table}" LIMIT 1`).get() as Row);
  const raw = new Sqlite(join(dataDir, 'raw.db'));
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  for (const table of TABLES) {
    const names = Object.keys(rows[TABLES.indexOf(table)]!);
    raw.exec(`CREATE TABLE "${table}" (key INTEGER PRIMARY KEY, ${names.map((name) => `"${name}"`).join(', ')})`);
  }
  database.close();
  const inserts = TABLES.map((table, index) => {
    const names = Object.keys(rows[index]!).map((name) => `"${name}"`);
    const statement = raw.prepare(
      `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    const values = Object.values(rows[index]!);
    return () => statement.run(...values);
  });
  const checkIn = raw.transaction(() => inserts.forEach((insert) => insert()));
  const start = performance.now();
  for (let count = 0; count < CHECK_INS; count++) checkIn();
  const perSecond = (CHECK_INS * 1000) / (performance.now() - start);
  raw.close();
  return Math.round(perSecond);
}

/** The same on PostgreSQL, with one connection and its usual synchronous_commit. */
export function insertAgainPostgresql(url: string): Promise<number> {
  return withConnection(url, async (client) => {
    for (const table of TABLES) {
      await client.query(`CREATE TABLE "raw${table}" AS SELECT * FROM "${table}" WHERE FALSE`);
    }
    const statements = await Promise.all(
      TABLES.map(async (table) => {
        const { rows } = await client.query<Row>(`SELECT * FROM "${table}" LIMIT 1`);
        const names = Object.keys(rows[0]!);
        return {
          name: `insert ${table}`,
          text: `INSERT INTO "raw${table}" (${names.map((name) => `"${name}"`).join(', ')})
                 VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
          values: Object.values(rows[0]!).map(asParameter),
        };
      }),
    );
    const start = performance.now();
    for (let count = 0; count < CHECK_INS; count++) {
      await client.query('BEGIN');
      for (const statement of statements) await client.query(statement);
      await client.query('COMMIT');
    }
    return Math.round((CHECK_INS * 1000) / (performance.now() - start));
  });
}

/** JSON comes as what it means, and has to be sent as text. */
const asParameter = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value;
