import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { StartupError, UnavailableError } from '../errors.js';
import { installation } from '../installation.js';
import { startSilentLine } from '../testing/silent-line.js';
import { makePostgresql, type TestLocation } from '../testing/test-location.js';
import { describeWithPostgresql } from '../testing/with-postgresql.js';
import { isUniqueViolation, type Database } from './database.js';
import { Prisma } from './generated/client.js';
import { migratePostgresql } from './migrate-postgresql.js';
import { openPostgresql } from './postgresql.js';
import { startDatabase } from './start-database.js';

const now = () => new Date('2026-03-02T08:00:00Z');
const WAITING = `SELECT 1 FROM pg_locks JOIN pg_database AS own ON own.oid = database
  WHERE datname = current_database() AND NOT granted`;

describeWithPostgresql('PostgreSQL', () => {
  let location: TestLocation;
  let database: Database;
  const clients: pg.Client[] = [];
  let template: Awaited<ReturnType<typeof makePostgresql>>;
  beforeAll(async () => {
    template = await makePostgresql();
    await migratePostgresql({ url: template.url, migrationsDir: installation.postgresqlMigrationsDir, now });
  });
  afterAll(() => template.drop());
  beforeEach(async () => {
    location = await makePostgresql(template.name);
    database = await openPostgresql({ url: location.url, poolSize: 4 });
  });
  afterEach(async () => {
    await Promise.all([database.close(), ...clients.splice(0).map((client) => client.end())]);
    await location.drop();
  });

  const department = (id: string) => ({ id, name: id });
  const names = async () => (await database.read.department.findMany({ orderBy: { id: 'asc' } })).map((row) => row.id);
  const event = (ordinal: number) => ({
    id: `event-${ordinal}`,
    employeeId: 'ana',
    ordinal,
    kind: 'CHECK_IN' as const,
    method: 'FACE' as const,
    recordedAt: now(),
    source: 'kiosk:x',
  });
  const addPerson = () =>
    database.write(async (transaction) => {
      await transaction.department.create({ data: department('a') });
      const site = await transaction.site.findFirstOrThrow();
      const ana = { id: 'ana', number: 1, imageId: '1_Ana', name: 'Ana', position: 'x', searchText: 'ana' };
      await transaction.employee.create({
        data: { ...ana, departmentId: 'a', siteId: site.id, createdAt: now() },
      });
    });
  const connect = async () => {
    const client = new pg.Client(location.url);
    await client.connect();
    clients.push(client);
    return client;
  };
  const insertEvent = (ordinal: number) => {
    const { id, employeeId, kind, method, recordedAt, source } = event(ordinal);
    const sql = `INSERT INTO "AttendanceEvent" (id, "employeeId", ordinal, kind, method, "recordedAt", source)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`;
    return { text: sql, values: [id, employeeId, ordinal, kind, method, recordedAt, source] };
  };

  it('to read cannot write', async () => {
    await expect(database.read.department.create({ data: department('a') })).rejects.toThrow('read-only');
  });

  it('shows a write when it is committed, and nothing of one that fails', async () => {
    await expect(
      database.write(async (transaction) => {
        await transaction.department.create({ data: department('a') });
        expect(await names()).toEqual([]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await names()).toEqual([]);
    await database.write((transaction) => transaction.department.create({ data: department('b') }));
    expect(await names()).toEqual(['b']);
  });

  it('says when a unique key is taken', async () => {
    const create = () => database.write((transaction) => transaction.department.create({ data: department('a') }));
    await create();
    await expect(create()).rejects.toSatisfy(isUniqueViolation);
  });

  it('does a write anew that could not be serialised', async () => {
    let attempts = 0;
    await database.write(async (transaction) => {
      await transaction.department.create({ data: department(`attempt ${++attempts}`) });
      if (attempts > 2) return;
      await transaction.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`);
    });
    expect(await names()).toEqual(['attempt 3']);
  });

  it('does a read anew that ended in a deadlock, as PostgreSQL ends one that stands in the way of a migration', async () => {
    await database.write((transaction) => transaction.department.create({ data: department('a') }));
    const migration = await connect();
    const reads = [
      () => database.read.$queryRaw`SELECT "id" FROM "Department" WHERE NOT EXISTS (SELECT 1 FROM "Employee")`,
      () => database.readPlainly(Prisma.sql`SELECT "id" FROM "Department" WHERE NOT EXISTS (SELECT 1 FROM "Employee")`),
      () => database.read.department.findMany({ where: { employees: { none: {} } }, select: { id: true } }),
    ];
    /** Whether the reader was the one to give way: it is, unless this machine took a second to begin the second lock. */
    const standInTheWay = async (read: () => PromiseLike<unknown>) => {
      await migration.query('BEGIN; LOCK TABLE "Employee"');
      const reading = Promise.resolve(read());
      reading.catch(() => undefined);
      await expect.poll(async () => (await migration.query(WAITING)).rowCount, { interval: 10 }).toBe(1);
      // The reader holds this one.
      const isLocked = await migration.query('LOCK TABLE "Department"').then(
        () => true,
        () => false,
      );
      await migration.query('ROLLBACK');
      expect(await reading).toEqual([{ id: 'a' }]);
      return isLocked;
    };
    for (const read of reads) while (!(await standInTheWay(read)));
  }, 20_000);

  it('lets the writes of two programs run one after the other, each seeing what the other wrote', async () => {
    const other = await openPostgresql({ url: location.url, poolSize: 2 });
    const count = async (each: Database) => {
      for (let index = 0; index < 10; index++) {
        await each.write(async (transaction) => {
          const before = await transaction.department.count();
          await transaction.department.create({ data: department(`${before + 1}`.padStart(2, '0')) });
        });
      }
    };
    await Promise.all([count(database), count(other)]);
    await other.close();
    expect(await names()).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 1}`.padStart(2, '0')));
  });

  it('says when a reader who came before keeps deleted biometrics in the files', async () => {
    await addPerson();
    await database.write((transaction) =>
      transaction.personKey.create({
        data: { id: 'key', employeeId: 'ana', wrapped: new Uint8Array(60), masterKeyId: 'master', createdAt: now() },
      }),
    );
    const reader = await connect();
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await reader.query('SELECT 1');
    await database.write((transaction) => transaction.personKey.deleteMany());
    expect(await database.scrub()).toBe(false);
    await reader.query('COMMIT');
    expect(await database.scrub()).toBe(true);
  });

  it('lets others write while a dump keeps a table from being rewritten', async () => {
    const dump = await connect();
    await dump.query('BEGIN; LOCK TABLE "PersonKey", "FaceTemplate" IN ACCESS SHARE MODE');
    const scrubbed = database.scrub();
    let slowest = 0;
    let isOver = false;
    void scrubbed.finally(() => (isOver = true));
    while (!isOver) {
      const start = performance.now();
      await database.write((transaction) => transaction.personKey.count());
      slowest = Math.max(slowest, performance.now() - start);
    }
    expect(await scrubbed).toBe(false);
    expect(slowest).toBeLessThan(2_000);
    await dump.query('COMMIT');
    expect(await database.scrub()).toBe(true);
  });

  it('reads plainly: rows by their names, bytes as bytes, as of now; and does not write so', async () => {
    const find = (id: string) =>
      database.readPlainly(Prisma.sql`SELECT "id", '\\x00ff'::bytea AS "bytes" FROM "Department" WHERE "id" = ${id}`);
    expect(await find('a')).toEqual([]);
    await database.write((transaction) => transaction.department.create({ data: department('a') }));
    expect(await find('a')).toEqual([{ id: 'a', bytes: Buffer.of(0, 255) }]);
    const write = database.readPlainly(Prisma.sql`DELETE FROM "Department" RETURNING "id"`);
    await expect(write).rejects.toThrow('read-only transaction');
  });

  it('never shows a number of the log after a higher one', async () => {
    await addPerson();
    const [slow, fast] = [await connect(), await connect()];
    await slow.query('BEGIN');
    await slow.query(insertEvent(1));
    // Has a higher number already, and waits for the one before.
    const second = fast.query(insertEvent(2));
    const areWaiting = (count: number) =>
      expect.poll(async () => (await slow.query(WAITING)).rowCount, { timeout: 10_000 }).toBe(count);
    await areWaiting(1);
    const third = database.write((transaction) => transaction.attendanceEvent.create({ data: event(3) }));
    await areWaiting(2);
    expect(await database.read.attendanceEvent.count()).toBe(0);
    await slow.query('COMMIT');
    await Promise.all([second, third]);
    expect(await database.read.attendanceEvent.count()).toBe(3);
  });

  it('refuses a number of the log below one that can be seen', async () => {
    await addPerson();
    await database.write((transaction) => transaction.attendanceEvent.create({ data: { ...event(1), sequence: 7 } }));
    const late = (await connect()).query(insertEvent(2));
    await expect(late).rejects.toMatchObject({ code: '40001' });
  });

  it('keeps the log and the audit append-only', async () => {
    await addPerson();
    const entry = { sequence: 1, at: now(), actor: 'x', action: 'x', outcome: 'ok', previousHash: '', hash: '' };
    await database.write(async (transaction) => {
      await transaction.attendanceEvent.create({ data: event(1) });
      await transaction.auditEntry.create({ data: entry });
    });
    const client = await connect();
    for (const sql of [
      `UPDATE "AttendanceEvent" SET source = 'y'`,
      `DELETE FROM "AttendanceEvent"`,
      `TRUNCATE "AttendanceEvent" CASCADE`,
      `UPDATE "AuditEntry" SET actor = 'y'`,
      `DELETE FROM "AuditEntry"`,
      `TRUNCATE "AuditEntry"`,
    ]) {
      await expect(client.query(sql), sql).rejects.toThrow('is append-only');
    }
  });

  it('refuses a gap in the audit', async () => {
    const entry = { sequence: 2, at: now(), actor: 'x', action: 'x', outcome: 'ok', previousHash: '', hash: '' };
    const write = database.write((transaction) => transaction.auditEntry.create({ data: entry }));
    await expect(write).rejects.toThrow('AuditEntry has no gap');
  });

  it('is out of reach when its connections are ended under a read and a write', async () => {
    const client = await connect();
    const endOthers = () =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    const sleep = 'SELECT 1 FROM pg_sleep(30)';
    const working = [
      database.read.$queryRawUnsafe(sleep),
      database.write((transaction) => transaction.$queryRawUnsafe(sleep)),
    ];
    const ended = Promise.all(working.map((work) => expect(work).rejects.toThrow(UnavailableError)));
    const isSleeping = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;
    await expect.poll(async () => (await client.query(isSleeping)).rowCount, { timeout: 10_000 }).toBe(2);
    await endOthers();
    await ended;
  });

  it('is out of reach, however it is asked, while nothing answers at its address', async () => {
    const line = await startSilentLine(new URL(location.url));
    const remote = await openPostgresql({ url: line.url.href, poolSize: 2 });
    const ways = {
      count: () => remote.read.department.count(),
      sql: () => remote.read.$queryRaw`SELECT 1`,
      plainly: () => remote.readPlainly(Prisma.sql`SELECT 1`),
      write: () => remote.write((transaction) => transaction.department.count()),
    };
    for (const ask of Object.values(ways)) await ask();
    line.stop();
    // The first time the connection that there was breaks, the second time there is none.
    for (const [way, ask] of [...Object.entries(ways), ...Object.entries(ways)]) {
      await expect(ask(), way).rejects.toThrow(UnavailableError);
    }
    await remote.close();
  });

  it('is out of reach when its connection ends between the statements of a write', async () => {
    const line = await startSilentLine(new URL(location.url));
    const remote = await openPostgresql({ url: line.url.href, poolSize: 2 });
    const write = remote.write(async (transaction) => {
      await transaction.department.create({ data: department('undone') });
      line.stop();
      await transaction.$executeRaw`SELECT 1`;
    });
    await expect(write).rejects.toThrow(UnavailableError);
    expect(await names()).toEqual([]);
    await remote.close();
  });

  it('goes on after its connections were ended', async () => {
    const server = await startDatabase({ engine: 'postgresql', url: location.url, poolSize: 2 }, { now });
    await server.write((transaction) => transaction.department.create({ data: department('a') }));
    const client = await connect();
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    const write = () => server.write((transaction) => transaction.department.count());
    await expect.poll(() => write().catch(() => 'not yet'), { timeout: 10_000 }).toBe(1);
    await expect.poll(() => server.read.department.count().catch(() => 'not yet'), { timeout: 10_000 }).toBe(1);
    await server.close();
  });

  it('waits for no answer on a connection that has gone dead, but makes another one', async () => {
    const line = await startSilentLine(new URL(location.url));
    // How long an answer is waited for, and how long the database waits for a transaction that has gone quiet.
    line.url.searchParams.set('query_timeout', '1000');
    line.url.searchParams.set('idle_in_transaction_session_timeout', '200');
    const remote = await openPostgresql({ url: line.url.href, poolSize: 2 });
    const cutOff = remote.write(async (transaction) => {
      await transaction.department.create({ data: department('undone') });
      line.silence();
      await transaction.department.create({ data: department('unheard') });
    });
    await expect(cutOff).rejects.toThrow(UnavailableError);
    expect(await remote.write((transaction) => transaction.department.count())).toBe(0);
    expect(await remote.read.department.count()).toBe(0);
    await remote.close();
    line.stop();
  });

  it('keeps a second server away, for as long as the first one runs', async () => {
    const start = () => startDatabase({ engine: 'postgresql', url: location.url, poolSize: 2 }, { now });
    const first = await start();
    await expect(start()).rejects.toThrow('Rollcall is running already with this database.');
    await first.close();
    await (await start()).close();
  });

  it.each([
    ['nothing that answers', (url: URL) => (url.port = '1'), /^Cannot reach the database at 127\.0\.0\.1:1 \(/],
    ['no such database', (url: URL) => (url.pathname = '/none'), /^There is no database none at .*createdb/],
    ['no such user', (url: URL) => (url.username = 'nobody-x'), /refuses the user nobody-x/],
  ])('that cannot be used is said in a line, without the password: %s', async (_what, change, words) => {
    const url = new URL(location.url);
    url.password = 'very-secret';
    change(url);
    const started = startDatabase({ engine: 'postgresql', url: url.href, poolSize: 2 }, { now });
    await expect(started).rejects.toThrow(words);
    await expect(started).rejects.toThrow(StartupError);
    await expect(started).rejects.not.toThrow('very-secret');
  });
});
